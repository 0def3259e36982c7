package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Authored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The latest entries of a room: a ring, bounded by entries and by bytes, of its own and of all rooms together. Thread-safe;
 * every call is short.
 *
 * <pre>
 *      start                         end
 *        |  read by cursors  ------>  |  next append
 *   -----[ 41 | 42 | 43 | 44 | 45 | 46 ]
 *    gone
 * </pre>
 */
public final class RoomLog {
    private static final int FIRST_CAPACITY = 16;

    /**
     * How many entries one may replace when the log has more than its share: it shrinks slowly, so that what comes in a
     * moment does not take away what nobody has read yet.
     */
    private static final int MOST_REPLACED = 2;

    private final int maxEntries;
    private final long maxBytes;
    private final LogBudget budget;

    private Entry[] ring = new Entry[FIRST_CAPACITY];
    private long start = 1;
    private long messagesBeforeStart;
    private long bytes;
    private volatile long end = 1;
    private long messages;

    /**
     * Begins an empty log.
     *
     * @param maxEntries how many entries are kept, a power of two
     * @param maxBytes how many bytes they may take, about; the latest entry is kept even if it alone takes more
     */
    public RoomLog(int maxEntries, long maxBytes) {
        this(maxEntries, maxBytes, LogBudget.unlimited());
    }

    private RoomLog(int maxEntries, long maxBytes, LogBudget budget) {
        if (Integer.bitCount(maxEntries) != 1 || maxEntries < FIRST_CAPACITY) {
            throw new IllegalArgumentException(
                    "maxEntries: " + maxEntries + " (expected: a power of two from " + FIRST_CAPACITY + " up)");
        }
        this.maxEntries = maxEntries;
        this.maxBytes = maxBytes;
        this.budget = budget;
    }

    /**
     * Begins behind what is stored, and with the latest of it.
     *
     * @param maxEntries see above
     * @param maxBytes see above
     * @param budget what all logs share
     * @param stored what the store knows
     */
    RoomLog(int maxEntries, long maxBytes, LogBudget budget, StoredRoom stored) {
        this(maxEntries, maxBytes, budget);
        List<Entry> latest = stored.latest();
        messages = stored.messages();
        messagesBeforeStart = messages;
        start = stored.sequence() + 1;
        if (!latest.isEmpty()) {
            Entry first = latest.get(0);
            start = first.sequence();
            messagesBeforeStart = first.messages() - (first.event().isMessage() ? 1 : 0);
        }
        end = start;
        latest.forEach(this::append);
        if (end != stored.sequence() + 1) {
            throw new IllegalArgumentException("latest ends before " + end + " (expected: " + stored.sequence() + ")");
        }
    }

    /** The sequence number that the next entry will have. Any thread, without a lock. */
    public long end() {
        return end;
    }

    /** How many bytes the entries take, about. */
    public synchronized long bytes() {
        return bytes;
    }

    /** How many entries are kept now. */
    public synchronized int size() {
        return (int) (end - start);
    }

    /**
     * Whether the entries from one on, with those that are still underway, fill half of the log, so that the first of
     * them may soon be gone.
     */
    boolean isCrowdedFrom(long sequence, Underway underway) {
        long coming = underway.count();
        long unread = end - sequence + coming;
        if (unread <= FIRST_CAPACITY) {
            return false;
        }
        synchronized (this) {
            long kept = end - start + coming;
            return unread > maxEntries / 2 || (bytes + underway.bytes() > mayTake() / 2 && unread > kept / 2);
        }
    }

    /**
     * Counts somebody's own messages.
     *
     * @param author whose
     * @param from the sequence number to begin at
     * @return how many of the messages from there on are theirs
     */
    public synchronized long messagesBy(long author, long from) {
        long count = 0;
        for (long i = Math.max(from, start); i < end; i++) {
            Entry entry = ring[slot(i)];
            if (entry.author() == author && entry.event().isMessage()) {
                count++;
            }
        }
        return count;
    }

    synchronized void append(Entry entry) {
        if (entry.sequence() != end) {
            throw new IllegalStateException("entry " + entry.sequence() + " (expected: " + end + ")");
        }
        long before = bytes;
        bytes += entry.weight();
        long share = mayTake();
        int dropped = 0;
        while (start < end
                && (end - start >= maxEntries || bytes > maxBytes || (bytes > share && dropped < MOST_REPLACED))) {
            dropFirst();
            dropped++;
        }
        budget.take(bytes - before);
        if (end - start == ring.length) {
            grow();
        }
        ring[slot(end)] = entry;
        messages = entry.messages();
        end++;
    }

    private long mayTake() {
        return Math.min(maxBytes, budget.share());
    }

    @SuppressWarnings("NullAway") // a free slot holds nothing, and is never read
    private void dropFirst() {
        Entry gone = ring[slot(start)];
        ring[slot(start)] = null;
        messagesBeforeStart = gone.messages();
        bytes -= gone.weight();
        start++;
    }

    private void grow() {
        Entry[] larger = new Entry[ring.length * 2];
        for (long i = start; i < end; i++) {
            larger[(int) (i & (larger.length - 1))] = ring[slot(i)];
        }
        ring = larger;
    }

    private int slot(long sequence) {
        return (int) (sequence & (ring.length - 1));
    }

    /**
     * Empties all places of what somebody has written. Notices of their coming and going stay, for who reads on from
     * before: they tell who is here, too.
     *
     * @param last the last place to empty: what comes behind it is kept elsewhere, too
     * @return what was removed
     */
    synchronized Removal remove(RoomName room, Traces traces, long last) {
        Removal.Builder removed = new Removal.Builder(room);
        for (long i = start; i < end && i <= last; i++) {
            Entry entry = ring[slot(i)];
            if (traces.concern(room) && traces.wrote(entry)) {
                removed.add(i, entry.event());
                Entry emptied = entry.emptied();
                bytes += emptied.weight() - entry.weight();
                budget.take(emptied.weight() - entry.weight());
                ring[slot(i)] = emptied;
            }
        }
        return removed.build();
    }

    /**
     * The marks of what was written under a name.
     *
     * @param name in any case
     * @param sinceMillis from when on, in milliseconds since the epoch
     */
    public synchronized Set<Long> marksOf(UserName name, long sinceMillis) {
        Set<Long> marks = new HashSet<>();
        for (long i = start; i < end; i++) {
            Entry entry = ring[slot(i)];
            if (entry.atMillis() >= sinceMillis
                    && entry.event() instanceof Authored words
                    && words.from().equals(name)) {
                marks.add(entry.mark());
            }
        }
        return marks;
    }

    /** Puts a cursor behind the latest entry. */
    synchronized void toEnd(Cursor cursor) {
        cursor.moveTo(end, messages);
    }

    /**
     * What a cursor reads next. The cursor itself stays where it is.
     *
     * @param cursor where to begin; if that entry is gone, the slice begins with the oldest there is
     * @param mostBytes about how much to read, in bytes of memory; one entry at least
     * @return the entries, and what was missed before them
     */
    public synchronized Slice read(Cursor cursor, long mostBytes) {
        long from = Math.max(cursor.next(), start);
        long skipped = from == cursor.next() ? 0 : messagesBeforeStart - cursor.messages();
        List<Entry> entries = new ArrayList<>((int) Math.min(end - from, 64));
        long read = 0;
        for (long i = from; i < end && read < mostBytes; i++) {
            Entry entry = ring[slot(i)];
            entries.add(entry);
            read += entry.weight();
        }
        return new Slice(from, skipped, entries);
    }

    /**
     * Looks back over what happened lately.
     *
     * @param end the sequence number before which to look
     * @param count how many entries of interest to find at most
     * @param which those of interest
     * @return the sequence number of the first of them; {@code end} if there is none
     */
    public synchronized long latest(long end, int count, Predicate<Entry> which) {
        long first = end;
        int found = 0;
        for (long i = end - 1; i >= start && found < count; i--) {
            if (which.test(ring[slot(i)])) {
                first = i;
                found++;
            }
        }
        return first;
    }

    /** All that is kept now; nothing counts as skipped. */
    public synchronized Slice all() {
        List<Entry> entries = new ArrayList<>((int) (end - start));
        for (long i = start; i < end; i++) {
            entries.add(ring[slot(i)]);
        }
        return new Slice(start, 0, entries);
    }

    /**
     * Some entries in a row.
     *
     * @param from the sequence number of the first of them, or of the one to come if there are none
     * @param skipped how many messages were gone before they could be read
     * @param entries in order, without holes
     */
    public record Slice(long from, long skipped, List<Entry> entries) {
        /** The sequence number that follows the last entry. */
        public long to() {
            return from + entries.size();
        }
    }
}
