package chat.client.link;

/** A line was never taken up: it is not handed back, and the server has not seen it. */
public final class RefusedLineException extends NotTakenException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param reason why, in half a sentence
     */
    public RefusedLineException(String reason) {
        super(reason);
    }
}
