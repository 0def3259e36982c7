package chat.server.net;

import chat.server.limit.AddressRange;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** The addresses that only proxies connect from. Immutable. */
public final class Proxies {
    private final List<AddressRange> ranges;

    private Proxies(List<AddressRange> ranges) {
        this.ranges = ranges;
    }

    /** No proxies: everybody comes from where they seem to. */
    public static Proxies none() {
        return new Proxies(List.of());
    }

    /**
     * Reads a list.
     *
     * @param addresses each an address, {@code 192.0.2.7}, or a range, {@code 10.0.0.0/8}; IPv6 likewise
     * @return the proxies
     * @throws IllegalArgumentException if one is neither
     */
    public static Proxies at(List<String> addresses) {
        return new Proxies(addresses.stream().map(Proxies::range).toList());
    }

    private static AddressRange range(String text) {
        try {
            return AddressRange.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("proxy-from: " + e.getMessage(), e);
        }
    }

    /**
     * Whether only proxies connect from an address.
     *
     * @param address any
     */
    public boolean contains(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** Where they connect from. */
    public List<AddressRange> ranges() {
        return ranges;
    }

    /** Whether only proxies connect from any address at all. */
    public boolean areEverybody() {
        return ranges.stream().anyMatch(AddressRange::isEverything);
    }

    /** Whether a connection's other side is a proxy. */
    boolean contains(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress other
                && other.getAddress() != null
                && contains(other.getAddress());
    }
}
