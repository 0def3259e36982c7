package chat.client.link;

import java.util.concurrent.atomic.AtomicLong;

/** How much may wait to be taken by the server. Thread-safe. */
final class Quota {
    /** The most lines that wait. */
    static final int MOST_LINES = 10_000;

    /** The most bytes that wait. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int BYTES_BITS = 40;

    /** Lines above, bytes below: both change in one step. */
    private final AtomicLong used = new AtomicLong();

    /** Whether one more line may wait; if so, {@link #give} follows. */
    boolean take(int bytes) {
        long one = packed(bytes);
        long now = used.addAndGet(one);
        if (lines(now) <= MOST_LINES && bytes(now) <= MOST_BYTES) {
            return true;
        }
        used.addAndGet(-one);
        return false;
    }

    /** One more line waits, allowed or not. */
    void add(int bytes) {
        used.addAndGet(packed(bytes));
    }

    /** A line does not wait any more. */
    void give(int bytes) {
        used.addAndGet(-packed(bytes));
    }

    /** How many lines wait. */
    int lines() {
        return lines(used.get());
    }

    private static long packed(int bytes) {
        return (1L << BYTES_BITS) + bytes;
    }

    private static int lines(long packed) {
        return (int) (packed >>> BYTES_BITS);
    }

    private static long bytes(long packed) {
        return packed & ((1L << BYTES_BITS) - 1);
    }
}
