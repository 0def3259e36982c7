package chat.server.room;

import chat.common.event.Moderated;
import chat.common.event.Presence;
import chat.common.event.Removed;
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
 * @param mark as in its {@link Draft}
 * @param account as in its {@link Draft}
 */
public record Entry(
        long sequence, long atMillis, long messages, RoomEvent event, long author, long mark, long account) {
    /** By time; entries of one moment in two rooms have no order by themselves, but always this one. */
    public static final Comparator<Entry> OLDEST_FIRST = Comparator.comparingLong(Entry::atMillis)
            .thenComparing(entry -> entry.event().room().value())
            .thenComparingLong(Entry::sequence);

    /** The object headers and fields around an event, in bytes. */
    private static final int OVERHEAD = 96;

    /**
     * What nobody may take back.
     *
     * @param sequence see the class
     * @param atMillis see the class
     * @param messages see the class
     * @param event see the class
     * @param author see the class
     */
    public Entry(long sequence, long atMillis, long messages, RoomEvent event, long author) {
        this(sequence, atMillis, messages, event, author, Draft.UNMARKED, Draft.UNREGISTERED);
    }

    /** Its place, without anything in it. */
    Entry emptied() {
        return new Entry(sequence, atMillis, messages, Presence.ofNobody(event.room()), Draft.NOBODY);
    }

    /** Whether only its place is left, so that there is nothing to tell. */
    public boolean isEmpty() {
        return event instanceof Presence notice && notice.isEmpty();
    }

    /** Whether it is of interest to who was not there; who came and went is not. */
    public boolean isHistory() {
        return !(event instanceof Presence);
    }

    /** Whether it tells that somebody keeps order: of interest, but no part of what people talk about. */
    public boolean isNotice() {
        return event instanceof Moderated || event instanceof Removed;
    }

    /** Whether it is of interest, and {@linkplain #isNotice no notice}. */
    public boolean isConversation() {
        return isHistory() && !isNotice();
    }

    /** About how many bytes of memory it takes. */
    public int weight() {
        return OVERHEAD + event.weight();
    }
}
