package chat.server.room;

/** The journal could not keep what somebody said; the message is the reason, for people: {@code the disk is full}. */
public final class NotKeptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Made when a receipt says so.
     *
     * @param why see {@link Receipt#refused}
     */
    public NotKeptException(String why) {
        super(why, null, false, false); // an answer, not a mistake: nobody needs to know where it was made
    }
}
