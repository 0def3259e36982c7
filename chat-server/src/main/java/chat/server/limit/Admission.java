package chat.server.limit;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Decides who may connect, and counts who has. An address is known here while it has connections, and for the few seconds
 * after the last one in which its rate is not forgotten; who has none is forgotten at the latest when {@value
 * #MOST_REMEMBERED} others came after. So a scan from ever new addresses fills no memory. Thread-safe.
 */
public final class Admission {
    /** How many addresses without a connection are remembered. */
    static final int MOST_REMEMBERED = 8192;

    private final ConnectionLimits limits;
    private final LongSupplier nanos;
    private final Map<AddressKey, Visitor> here = new HashMap<>();
    private final Map<AddressKey, Visitor> gone = new LinkedHashMap<>(); // the one that left first first
    private int open;

    private static final class Visitor {
        final TokenBucket bucket;
        int open;

        Visitor(TokenBucket bucket) {
            this.bucket = bucket;
        }
    }

    /** What became of somebody who connected. */
    public enum Verdict {
        /** Comes in; {@link Admission#leave} must follow. */
        ADMITTED("", ""),
        /** There are as many connections as there may be. */
        SERVER_FULL(
                "This server is full at the moment. Please try again later.",
                "there are as many connections as --max-connections allows"),
        /** The address has as many connections as it may have. */
        ADDRESS_FULL(
                "There are too many connections from your address. Please close one, or try again later.",
                "it has as many connections as --max-connections-per-address allows"),
        /** The address has connected too often lately. */
        TOO_OFTEN(
                "Your address has connected too often. Please try again in a few seconds.",
                "it connects more often than --connect-rate allows");

        private final String sentence;
        private final String reason;

        Verdict(String sentence, String reason) {
            this.sentence = sentence;
            this.reason = reason;
        }

        /** What the person is told. */
        public String sentence() {
            return sentence;
        }

        /** What the log says, for the operator. */
        public String reason() {
            return reason;
        }
    }

    /**
     * Begins with nobody.
     *
     * @param limits what holds
     * @param nanos a clock as {@link System#nanoTime}
     */
    public Admission(ConnectionLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /**
     * Somebody has connected.
     *
     * @param address from where
     * @return whether they may stay
     */
    public Verdict enter(InetAddress address) {
        return limits.isExempt(address) ? Verdict.ADMITTED : enter(AddressKey.of(address), nanos.getAsLong());
    }

    /**
     * Somebody who was admitted has gone.
     *
     * @param address as it was given to {@link #enter(InetAddress)}
     */
    public void leave(InetAddress address) {
        if (!limits.isExempt(address)) {
            leave(AddressKey.of(address), nanos.getAsLong());
        }
    }

    /**
     * A proxy has connected for somebody whom nobody knows yet: it is no address of its own, exempt or not, but counts among all.
     *
     * @return whether it may stay
     */
    public synchronized Verdict enterForOthers() {
        if (open >= limits.most()) {
            return Verdict.SERVER_FULL;
        }
        open++;
        return Verdict.ADMITTED;
    }

    /** Such a connection that was admitted has gone. */
    public synchronized void leaveForOthers() {
        open--;
    }

    private synchronized Verdict enter(AddressKey key, long now) {
        if (open >= limits.most()) {
            return Verdict.SERVER_FULL;
        }
        Visitor visitor = here.get(key);
        if (visitor == null) {
            Visitor before = gone.get(key);
            visitor = before == null ? new Visitor(new TokenBucket(limits.rate(), now)) : before;
        }
        if (visitor.open >= limits.mostPerAddress()) {
            return Verdict.ADDRESS_FULL;
        }
        if (!visitor.bucket.tryTake(now)) {
            return Verdict.TOO_OFTEN;
        }
        if (visitor.open++ == 0) {
            gone.remove(key);
            here.put(key, visitor);
        }
        open++;
        return Verdict.ADMITTED;
    }

    private synchronized void leave(AddressKey key, long now) {
        Visitor visitor = here.get(key);
        if (visitor == null) {
            return;
        }
        open--;
        if (--visitor.open == 0) {
            here.remove(key);
            gone.put(key, visitor);
            forget(now);
        }
    }

    /** Forgets who would be treated like somebody new anyhow, and the first of too many. */
    private void forget(long now) {
        Iterator<Visitor> first = gone.values().iterator();
        while (first.hasNext() && (first.next().bucket.isFull(now) || gone.size() > MOST_REMEMBERED)) {
            first.remove();
        }
    }

    /** How many addresses are known, with and without connections. */
    synchronized int known() {
        return here.size() + gone.size();
    }

    /** How many connections are counted. */
    synchronized int open() {
        return open;
    }
}
