package chat.server.session;

import chat.common.event.Stamp;
import chat.server.room.EntryIds;

/**
 * Where history ends for a session in a room, and news begins: so that both can be put together without a hole and without
 * anything twice. A moment's view.
 *
 * @param ids how the room's entries are called
 * @param since the sequence number of the first entry that was news for the session
 * @param position the sequence number of the first entry that has not been written to it yet
 * @param atMillis when that is so, in milliseconds since the epoch
 */
public record Horizon(EntryIds ids, long since, long position, long atMillis) {
    /**
     * Where what somebody has missed ends: what comes behind it came, or will come, as news.
     *
     * @param read the sequence number of the last entry that they say they have read
     * @return the sequence number of the first entry that is news
     */
    public long newsAfter(long read) {
        return read < since ? since : position;
    }

    /** Where the room stood when the session came: all that is behind that is news. */
    public Stamp before() {
        return upTo(since - 1);
    }

    /**
     * What programs are told beside an answer that reaches up to a place.
     *
     * @param sequence the last place of it
     * @return the place's id, and the time
     */
    public Stamp upTo(long sequence) {
        return ids.stamp(sequence, atMillis);
    }
}
