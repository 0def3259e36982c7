package chat.common.wire;

/** A line is no event that this version knows. */
public final class MalformedLineException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param reason what was expected
     */
    public MalformedLineException(String reason) {
        super(reason);
    }
}
