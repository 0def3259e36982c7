package chat.server.account;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long somebody has to wait after passwords that were wrong: nothing after the first few, then twice as long after each,
 * up to a bound. An hour without any is a new beginning. So many are known at a time; who failed longest ago is forgotten
 * first. Thread-safe.
 */
final class Delays {
    private static final long FORGET_NANOS = TimeUnit.HOURS.toNanos(1);

    private record Failures(int count, long lastNanos) {}

    private final int free;
    private final long mostSeconds;
    private final int mostKeys;
    private final LongSupplier nanos;
    private final Map<Object, Failures> failures = new LinkedHashMap<>(); // who failed longest ago first

    /**
     * Begins with nobody.
     *
     * @param free how many failures cost nothing
     * @param mostSeconds the longest delay
     * @param mostKeys how many are known at a time
     * @param nanos a clock as {@link System#nanoTime}
     */
    Delays(int free, long mostSeconds, int mostKeys, LongSupplier nanos) {
        this.free = free;
        this.mostSeconds = mostSeconds;
        this.mostKeys = mostKeys;
        this.nanos = nanos;
    }

    /** After how many seconds the next try may come; 0 for now. */
    synchronized long secondsToWait(Object key) {
        Failures known = failures.get(key);
        long now = nanos.getAsLong();
        if (known == null || now - known.lastNanos >= FORGET_NANOS || known.count <= free) {
            return 0;
        }
        long left = TimeUnit.SECONDS.toNanos(delaySeconds(known.count)) - (now - known.lastNanos);
        return left <= 0 ? 0 : (left + 999_999_999) / 1_000_000_000;
    }

    private long delaySeconds(int count) {
        return Math.min(mostSeconds, 1L << Math.min(count - free, 30));
    }

    /** One more has failed. */
    synchronized void failed(Object key) {
        long now = nanos.getAsLong();
        Failures known = failures.remove(key);
        int before = known == null || now - known.lastNanos >= FORGET_NANOS ? 0 : known.count;
        failures.put(key, new Failures(before + 1, now));
        if (failures.size() > mostKeys) {
            Iterator<Object> oldestFirst = failures.keySet().iterator();
            oldestFirst.next();
            oldestFirst.remove();
        }
    }

    synchronized int size() {
        return failures.size();
    }
}
