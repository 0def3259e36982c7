package chat.server.session;

import io.netty.channel.WriteBufferWaterMark;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much output may wait to be sent, for all sessions together. It is given out in shares: while there is plenty, each
 * session may have 64 KiB waiting; the less is left, the smaller is everybody's share. Nobody is cut off for it, since who
 * has had its share goes on from the rooms' logs later. The least share is 4 KiB, which the ceiling does not take away.
 * Thread-safe.
 */
final class OutputBudget {
    /** What everybody has in any case, in bytes. */
    static final int LEAST_SHARE = 4 << 10;

    private static final int[] SHARES = {64 << 10, 32 << 10, 16 << 10, 8 << 10, LEAST_SHARE};
    private static final WriteBufferWaterMark[] MARKS = new WriteBufferWaterMark[SHARES.length];

    /** An answer may take this part of what is left, even if that is more than a share. */
    private static final int ANSWER_PART = 16;

    static {
        for (int i = 0; i < SHARES.length; i++) {
            MARKS[i] = new WriteBufferWaterMark(SHARES[i] / 2, SHARES[i]);
        }
    }

    private final long most;
    private final AtomicLong pending = new AtomicLong();
    private volatile int level;

    /**
     * Begins with nothing pending.
     *
     * @param most how much may wait, in bytes
     */
    OutputBudget(long most) {
        this.most = most;
    }

    /** Counts what waits more, or less, than before. */
    void add(long bytes) {
        int now = level(most - pending.addAndGet(bytes));
        if (now != level) {
            level = now;
        }
    }

    /** The first level while half is left, the next while half of that is, and so on. */
    private int level(long left) {
        int found = 0;
        for (long enough = most / 2; left < enough && found < SHARES.length - 1; enough /= 2) {
            found++;
        }
        return found;
    }

    /** Which share everybody has now: 0 is the largest. */
    int level() {
        return level;
    }

    /** How much of it waits, in bytes. */
    long pending() {
        return pending.get();
    }

    /** A share, in bytes. */
    static int share(int level) {
        return SHARES[level];
    }

    /** The watermarks that keep a channel within a share. */
    static WriteBufferWaterMark mark(int level) {
        return MARKS[level];
    }

    /** The longest answer that may be given now, in bytes. */
    long longestAnswer() {
        return Math.max(share(level), (most - pending.get()) / ANSWER_PART);
    }
}
