package chat.server.account;

import chat.server.limit.Rate;
import chat.server.limit.TokenBucket;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What each address may do so often. So many are known at a time; who did it longest ago is forgotten first. Thread-safe.
 */
final class Allowances {
    private final Rate rate;
    private final int mostKeys;
    private final LongSupplier nanos;
    private final Map<Object, TokenBucket> buckets = new LinkedHashMap<>(); // who did it longest ago first

    /**
     * Begins with nobody.
     *
     * @param rate how often
     * @param mostKeys how many are known at a time
     * @param nanos a clock as {@link System#nanoTime}
     */
    Allowances(Rate rate, int mostKeys, LongSupplier nanos) {
        this.rate = rate;
        this.mostKeys = mostKeys;
        this.nanos = nanos;
    }

    /** After how many seconds it may be done; 0 for now. */
    synchronized long secondsToWait(Object key) {
        TokenBucket bucket = buckets.get(key);
        long now = nanos.getAsLong();
        return bucket == null || bucket.waitNanos(now) <= 0 ? 0 : bucket.waitSeconds(now);
    }

    /** It was done. */
    synchronized void take(Object key) {
        long now = nanos.getAsLong();
        TokenBucket known = buckets.remove(key);
        TokenBucket bucket = known == null ? new TokenBucket(rate, now) : known;
        bucket.take(now);
        buckets.put(key, bucket);
        if (buckets.size() > mostKeys) {
            Iterator<Object> oldestFirst = buckets.keySet().iterator();
            oldestFirst.next();
            oldestFirst.remove();
        }
    }
}
