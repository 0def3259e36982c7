package chat.server.room;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory the logs of all rooms may take together. While there is plenty, a log may grow to its own bound; the less
 * is left, the less each may take: an eighth of what is left, but 16 KiB in any case. So a few busy rooms have long logs,
 * thousands of them short ones, and a new room always finds something. A log that has more than its share gives it back
 * little by little as it goes on. Thread-safe.
 */
final class LogBudget {
    /** What each log may take in any case, in bytes: more than a replay. */
    static final long LEAST_SHARE = 16 << 10;

    private static final int PART = 8;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /**
     * Begins with nothing taken.
     *
     * @param most how much may be taken beyond the least shares, in bytes
     */
    LogBudget(long most) {
        this.most = most;
    }

    /** An eighth of the heap. */
    static LogBudget ofHeap() {
        return new LogBudget(Runtime.getRuntime().maxMemory() / 8);
    }

    /** For a log that has its own bound only. */
    static LogBudget unlimited() {
        return new LogBudget(Long.MAX_VALUE);
    }

    /** A log has grown, or shrunk. */
    void take(long bytes) {
        taken.addAndGet(bytes);
    }

    /** How many bytes all logs take. */
    long taken() {
        return taken.get();
    }

    /** How many bytes each log may take now. */
    long share() {
        return Math.max(LEAST_SHARE, (most - taken.get()) / PART);
    }
}
