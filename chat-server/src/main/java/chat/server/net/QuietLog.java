package chat.server.net;

import chat.common.net.Addresses;
import chat.server.session.Origin;
import io.netty.channel.Channel;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of what strangers can make happen as often as they like: at most one line for each address and minute, in all
 * at most {@value #MAX_ADDRESSES} lines a minute. IPv6 addresses count by their first 64 bits, which is what one
 * customer has. What a line leaves out, the next one for the address counts. Thread-safe.
 */
public final class QuietLog {
    static final int MAX_ADDRESSES = 1024;
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final Logger LOG = LoggerFactory.getLogger(QuietLog.class);

    private final LongSupplier nanos;
    private final Map<Object, Heard> heard = new LinkedHashMap<>(); // the oldest first

    private static final class Heard {
        final long at;
        int since;

        Heard(long at) {
            this.at = at;
        }
    }

    /**
     * Begins.
     *
     * @param nanos a clock as {@link System#nanoTime}
     */
    public QuietLog(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Says that somebody was not served, unless there was a line about the same address within the last minute.
     *
     * @param channel whose
     * @param why ends the sentence "Refused 192.0.2.7:40422: ..."; nothing in it was typed by them
     */
    public void refused(Channel channel, String why) {
        SocketAddress address = Origin.of(channel);
        int unsaid = unsaid(address);
        if (unsaid == 0) {
            LOG.info("Refused {}: {}", Addresses.shown(address), why);
        } else if (unsaid > 0) {
            LOG.info("Refused {}: {} ({} more from there since the last line)", Addresses.shown(address), why, unsaid);
        }
    }

    /** How many lines about an address were left out before this one; -1 if this one is to be left out, too. */
    synchronized int unsaid(@Nullable SocketAddress address) {
        Object key = key(address);
        long now = nanos.getAsLong();
        Heard before = heard.get(key);
        if (before != null && now - before.at < QUIET_NANOS) {
            before.since++;
            return -1;
        }
        if (before == null && heard.size() == MAX_ADDRESSES && !forgetOldest(now)) {
            return -1;
        }
        heard.remove(key);
        heard.put(key, new Heard(now));
        return before == null ? 0 : before.since;
    }

    private boolean forgetOldest(long now) {
        Iterator<Heard> oldestFirst = heard.values().iterator();
        if (now - oldestFirst.next().at < QUIET_NANOS) {
            return false;
        }
        oldestFirst.remove();
        return true;
    }

    private static Object key(@Nullable SocketAddress address) {
        InetAddress host = address instanceof InetSocketAddress internet ? internet.getAddress() : null;
        if (host instanceof Inet6Address v6) {
            return Arrays.toString(Arrays.copyOf(v6.getAddress(), IPV6_NETWORK_BYTES));
        }
        return String.valueOf(host == null ? address : host);
    }
}
