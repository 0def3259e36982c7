package chat.server.room;

import chat.common.event.Presence;
import chat.common.event.RoomEvent;
import java.util.Comparator;

/**
 * One event in a room's log.
 *
 * @param sequence its place; the room's first entry has 1, and there are no holes
 * @param atMillis when the journal took it, in milliseconds since the epoch
 * @param messages how many messages the log has had up to and including this entry; notices do not count
 * @param event what happened
 * @param author the id of the member that does not get it back; {@link Draft#NOBODY} for none
 */
public record Entry(long sequence, long atMillis, long messages, RoomEvent event, long author) {
    /** By time; entries of one moment in two rooms have no order by themselves, but always this one. */
    public static final Comparator<Entry> OLDEST_FIRST = Comparator.comparingLong(Entry::atMillis)
            .thenComparing(entry -> entry.event().room().value())
            .thenComparingLong(Entry::sequence);

    /** The object headers and fields around an event, in bytes. */
    private static final int OVERHEAD = 96;

    /** Whether it is of interest to who was not there; who came and went is not. */
    public boolean isHistory() {
        return !(event instanceof Presence);
    }

    /** About how many bytes of memory it takes. */
    public int weight() {
        return OVERHEAD + event.weight();
    }
}
