package chat.server.room;

/**
 * How far one session has read one room's log. Plain fields: it belongs to the thread that reads for the session.
 *
 * <p>It also remembers how many messages lie behind it, so that a reader which fell off the ring can be told how many
 * it missed, although the entries that would have to be counted are gone.
 */
public final class Cursor {
    private final long author;
    private long next;
    private long messages;
    private long ownPassed;

    /** How many of the author's own messages the log no longer has. Guarded by the log. */
    long ownGone;

    /**
     * Begins where the log ends now, for somebody who only reads.
     *
     * @param log what will be read
     */
    public Cursor(RoomLog log) {
        this(log, Draft.NOBODY);
    }

    /**
     * Begins where the log ends now, for a member, who does not miss what they said themselves. To be given back to
     * {@link RoomLog#leave}.
     *
     * @param log what will be read
     * @param author the member's id
     */
    public Cursor(RoomLog log, long author) {
        this.author = author;
        log.enter(this);
    }

    /** Whose it is. */
    long author() {
        return author;
    }

    /** The sequence number of the first entry not read yet. */
    public long next() {
        return next;
    }

    /** How many messages the room has had before {@link #next}. */
    public long messages() {
        return messages;
    }

    /** How many of the author's own messages are gone, if the entry to read next is. */
    long ownUnread() {
        return ownGone - ownPassed;
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

    /** A message of the author's own has been passed. */
    public void passOwn() {
        ownPassed++;
    }

    /**
     * Moves over what is gone.
     *
     * @param slice what the log has now, one entry at least
     */
    public void skipTo(RoomLog.Slice slice) {
        Entry first = slice.entries().get(0);
        long before = first.messages() - (first.event().isMessage() ? 1 : 0);
        ownPassed += before - messages - slice.skipped();
        moveTo(slice.from(), before);
    }
}
