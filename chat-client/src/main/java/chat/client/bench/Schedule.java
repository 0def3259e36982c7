package chat.client.bench;

import java.util.concurrent.TimeUnit;

/**
 * When the load is on, in nanoseconds since the run began. Immutable.
 *
 * @param start the first message is due
 * @param measured from now on is measured
 * @param end nothing is due any more
 */
record Schedule(long start, long measured, long end) {
    /** Before anybody knows when. */
    static final Schedule NEVER = new Schedule(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    static Schedule from(long start, BenchOptions options) {
        long measured = start + TimeUnit.SECONDS.toNanos(options.warmupSeconds());
        return new Schedule(start, measured, measured + TimeUnit.SECONDS.toNanos(options.seconds()));
    }

    /** Whether what happens then counts for rates. */
    boolean countsAt(long now) {
        return now >= measured && now < end;
    }

    /**
     * Whether a message that comes then counts for latency. Those that come after the end do: without the slowest ones
     * a server would look faster than it is.
     */
    boolean timesAt(long now) {
        return now >= measured;
    }
}
