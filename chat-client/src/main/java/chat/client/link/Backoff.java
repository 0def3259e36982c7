package chat.client.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long each time, up to a most, and a random part of it less, so
 * that the many whom one server lost do not come back in the same instant. Not thread-safe.
 */
final class Backoff {
    private final Duration first;
    private final Duration most;
    private final RandomGenerator random;
    private int attempts;

    /**
     * Begins anew.
     *
     * @param first the longest wait before the first attempt
     * @param most the longest wait of all
     * @param random decides how much less it is, up to a half
     */
    Backoff(Duration first, Duration most, RandomGenerator random) {
        this.first = first;
        this.most = most;
        this.random = random;
    }

    /** How many times it was asked since it began anew. */
    int attempts() {
        return attempts;
    }

    /** How long to wait now. */
    Duration next() {
        int doublings = Math.min(attempts, 30);
        attempts++;
        long nanos = Math.min(first.toNanos() << doublings, most.toNanos());
        return Duration.ofNanos(nanos - (long) (nanos * 0.5 * random.nextDouble()));
    }

    /** Begins anew: things are well again. */
    void reset() {
        attempts = 0;
    }
}
