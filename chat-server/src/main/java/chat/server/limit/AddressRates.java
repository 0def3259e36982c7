package chat.server.limit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says whether something about an address may be written down once more: each address has a rate, and so many addresses
 * are known at a time that a scan from ever new ones fills neither memory nor disk. IPv6 addresses count by their network.
 * Thread-safe.
 */
public final class AddressRates {
    /** What {@link #take} answers if it may not. */
    public static final int NOT_NOW = -1;

    private final Rate rate;
    private final int mostAddresses;
    private final LongSupplier nanos;
    private final Map<Object, Heard> heard = new LinkedHashMap<>(); // whoever was allowed longest ago first

    private static final class Heard {
        final TokenBucket bucket;
        int leftOut;

        Heard(TokenBucket bucket) {
            this.bucket = bucket;
        }
    }

    /**
     * Begins with nobody.
     *
     * @param rate how often for each address
     * @param mostAddresses how many addresses are known at a time; nothing is allowed to others
     * @param nanos a clock as {@link System#nanoTime}
     */
    public AddressRates(Rate rate, int mostAddresses, LongSupplier nanos) {
        this.rate = rate;
        this.mostAddresses = mostAddresses;
        this.nanos = nanos;
    }

    /**
     * Asks for one more.
     *
     * @param address whose; null is an address, too
     * @return {@link #NOT_NOW}, or how many were not allowed to this address since the last one that was
     */
    public synchronized int take(@Nullable SocketAddress address) {
        Object key = key(address);
        long now = nanos.getAsLong();
        Heard before = heard.get(key);
        if (before == null) {
            return heard.size() < mostAddresses || forgetOldest(now) ? begin(key, now) : NOT_NOW;
        }
        if (!before.bucket.tryTake(now)) {
            before.leftOut++;
            return NOT_NOW;
        }
        heard.remove(key);
        heard.put(key, before);
        int leftOut = before.leftOut;
        before.leftOut = 0;
        return leftOut;
    }

    private int begin(Object key, long now) {
        Heard first = new Heard(new TokenBucket(rate, now));
        first.bucket.take(now);
        heard.put(key, first);
        return 0;
    }

    private boolean forgetOldest(long now) {
        Iterator<Heard> oldestFirst = heard.values().iterator();
        if (!oldestFirst.next().bucket.isFull(now)) {
            return false;
        }
        oldestFirst.remove();
        return true;
    }

    private static Object key(@Nullable SocketAddress address) {
        InetAddress host = address instanceof InetSocketAddress internet ? internet.getAddress() : null;
        return host == null ? String.valueOf(address) : AddressKey.of(host);
    }
}
