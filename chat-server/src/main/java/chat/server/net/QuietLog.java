package chat.server.net;

import chat.common.net.Addresses;
import chat.server.limit.AddressRates;
import chat.server.limit.Rate;
import chat.server.session.Origin;
import io.netty.channel.Channel;
import java.net.SocketAddress;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of what strangers can make happen as often as they like: at most one line for each address and minute, in all
 * at most {@value #MAX_ADDRESSES} lines a minute. IPv6 addresses count by their first 64 bits, which is what one
 * customer has. What a line leaves out, the next one for the address counts. Thread-safe.
 */
public final class QuietLog {
    static final int MAX_ADDRESSES = 1024;

    /** How long a reason may be, in characters: some hold what a stranger has sent. */
    private static final int MAX_REASON = 200;

    private static final Rate ONE_A_MINUTE = Rate.parse("1+1/min");
    private static final Logger LOG = LoggerFactory.getLogger(QuietLog.class);

    private final AddressRates lines;

    /**
     * Begins.
     *
     * @param nanos a clock as {@link System#nanoTime}
     */
    public QuietLog(LongSupplier nanos) {
        lines = new AddressRates(ONE_A_MINUTE, MAX_ADDRESSES, nanos);
    }

    /**
     * Says that somebody was not served, unless there was a line about the same address within the last minute.
     *
     * @param channel whose
     * @param reason ends the sentence "Refused 192.0.2.7:40422: ..."; what is longer than {@value #MAX_REASON} characters
     *     is cut
     */
    public void refused(Channel channel, String reason) {
        String why = shortened(reason);
        SocketAddress address = Origin.of(channel);
        int unsaid = lines.take(address);
        if (unsaid == 0) {
            LOG.info("Refused {}: {}", Addresses.shown(address), why);
        } else if (unsaid != AddressRates.NOT_NOW) {
            LOG.info("Refused {}: {} ({} more from there since the last line)", Addresses.shown(address), why, unsaid);
        }
    }

    /** What is not longer than a line in a log may be. */
    static String shortened(String reason) {
        return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + "...";
    }
}
