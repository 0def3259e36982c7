package chat.server.room;

/**
 * How far one session has read one room's log. Plain fields: it belongs to the thread that reads for the session.
 *
 * <p>It also remembers how many messages lie behind it, so that a reader which fell off the ring can be told how many
 * it missed, although the entries that would have to be counted are gone.
 */
public final class Cursor {
    private long next;
    private long messages;

    /**
     * Begins where the log ends now.
     *
     * @param log what will be read
     */
    public Cursor(RoomLog log) {
        log.toEnd(this);
    }

    /** The sequence number of the first entry not read yet. */
    public long next() {
        return next;
    }

    /** How many messages the room has had before {@link #next}. */
    public long messages() {
        return messages;
    }

    /**
     * Moves on.
     *
     * @param next the first entry not read yet
     * @param messages the messages before it
     */
    public void moveTo(long next, long messages) {
        this.next = next;
        this.messages = messages;
    }
}
