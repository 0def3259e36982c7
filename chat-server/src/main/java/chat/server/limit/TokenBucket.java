package chat.server.limit;

import java.util.concurrent.TimeUnit;

/**
 * Counts how often something has happened against a {@link Rate}. It holds nothing but the moment at which it will be
 * full again, so neither time nor use costs an object. The clock is the caller's: any that never goes back. Not
 * thread-safe.
 */
public final class TokenBucket {
    private final Rate rate;
    private long fullAt;

    /**
     * Begins with a full bucket.
     *
     * @param rate how fast it fills, and how much it holds
     * @param now the time, in nanoseconds
     */
    public TokenBucket(Rate rate, long now) {
        this.rate = rate;
        this.fullAt = now;
    }

    /**
     * Takes a token if there is one.
     *
     * @param now the time, in nanoseconds
     * @return whether there was one
     */
    public boolean tryTake(long now) {
        if (waitNanos(now) > 0) {
            return false;
        }
        take(now);
        return true;
    }

    /**
     * Takes a token, if need be one that only time will bring.
     *
     * @param now the time, in nanoseconds
     */
    public void take(long now) {
        if (rate.isLimited()) {
            fullAt = (fullAt - now > 0 ? fullAt : now) + rate.intervalNanos();
        }
    }

    /**
     * How long it is until there is a token.
     *
     * @param now the time, in nanoseconds
     * @return nanoseconds; not positive if there is one
     */
    public long waitNanos(long now) {
        return rate.isLimited() ? fullAt - now - rate.toleranceNanos() : 0;
    }

    /**
     * The same as a person is told.
     *
     * @param now the time, in nanoseconds
     * @return whole seconds, at least one
     */
    public long waitSeconds(long now) {
        return Math.max(1, (waitNanos(now) + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1));
    }

    /**
     * Whether nothing has been taken for so long that a new bucket would be the same.
     *
     * @param now the time, in nanoseconds
     */
    public boolean isFull(long now) {
        return fullAt - now <= 0;
    }
}
