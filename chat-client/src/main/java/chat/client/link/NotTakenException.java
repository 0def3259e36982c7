package chat.client.link;

/** A line was not confirmed by the server, and will not be sent again by itself. */
public sealed class NotTakenException extends Exception permits RefusedLineException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param reason why, in half a sentence
     */
    public NotTakenException(String reason) {
        super(reason);
    }
}
