package chat.client.bench;

import org.jspecify.annotations.Nullable;

/**
 * What one receiver has seen of each sender. Every sender numbers its messages from 0, so a number that is not the next
 * one is a gap, a repetition or a message that comes late. Four bytes per sender until the first gap; then another
 * eight, which tell the last two apart as long as no more than {@value #REMEMBERED} messages came in between. One event
 * loop.
 */
final class SequenceChecker {
    /** What {@link #accept} returns for a message that had been taken for lost. */
    static final int LATE = 0;

    /** What {@link #accept} returns for a message that had come before. */
    static final int REPEATED = -1;

    static final int REMEMBERED = 64;

    private final int[] next;

    /** Per sender: bit k tells that the message k before the latest one is missing. Made at the first gap. */
    private long @Nullable [] holes;

    private long missing;
    private long told;
    private long duplicated;
    private long reordered;

    SequenceChecker(int senders) {
        this.next = new int[senders];
    }

    /** The number that is to come from a sender. */
    int next(int sender) {
        return next[sender];
    }

    /**
     * A message has come.
     *
     * @param sender whose
     * @param number its number, 0 or more
     * @return how many numbers are dealt with by now that were not before: 1 for the next one, more behind a gap;
     *     {@link #LATE} or {@link #REPEATED} for others
     */
    int accept(int sender, int number) {
        int expected = next[sender];
        if (number < expected) {
            return older(sender, expected - 1 - number);
        }
        int gap = number - expected;
        next[sender] = number + 1;
        if (gap > 0 || holes != null) {
            remember(sender, gap);
        }
        return gap + 1;
    }

    private void remember(int sender, int gap) {
        missing += gap;
        if (holes == null) {
            holes = new long[next.length];
        }
        holes[sender] = gap >= REMEMBERED - 1 ? -1L << 1 : holes[sender] << (gap + 1) | ((1L << gap) - 1) << 1;
    }

    private int older(int sender, int age) {
        if (holes == null || age >= REMEMBERED || (holes[sender] >>> age & 1) == 0) {
            duplicated++;
            return REPEATED;
        }
        holes[sender] &= ~(1L << age);
        missing--;
        reordered++;
        return LATE;
    }

    /** The server says that it left out messages. */
    void skipped(long messages) {
        told += messages;
    }

    /** Nothing more comes from a sender, who sent so many: what is not there by now is missing. */
    void end(int sender, int sent) {
        if (sent > next[sender]) {
            missing += sent - next[sender];
            next[sender] = sent;
        }
    }

    /** How many messages never came and the server did not own up to. */
    long lost() {
        return Math.max(0, missing - told);
    }

    /** How many messages the server says it left out. */
    long skipped() {
        return told;
    }

    /** How many messages came once more. */
    long duplicated() {
        return duplicated;
    }

    /** How many messages came behind later ones of their sender. */
    long reordered() {
        return reordered;
    }
}
