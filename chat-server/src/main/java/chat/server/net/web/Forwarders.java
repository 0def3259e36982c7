package chat.server.net.web;

import chat.server.limit.AddressRange;
import chat.server.session.Origin;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Proxies that hand on what browsers ask for, and say for whom in the header X-Forwarded-For. What anybody else writes there
 * is not looked at. Immutable.
 */
public final class Forwarders {
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";

    /** An address as some write it, with a port behind: {@code 192.0.2.7:40422}, {@code [2001:db8::7]:40422}. */
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):\\d+|\\[([^\\]]+)\\](?::\\d+)?");

    private final List<AddressRange> ranges;

    private Forwarders(List<AddressRange> ranges) {
        this.ranges = ranges;
    }

    /** Nobody: browsers connect by themselves. */
    public static Forwarders none() {
        return new Forwarders(List.of());
    }

    /**
     * Reads a list.
     *
     * @param addresses each an address, {@code 192.0.2.7}, or a range, {@code 10.0.0.0/8}; IPv6 likewise
     * @return the proxies
     * @throws IllegalArgumentException if one is neither; the message is for people
     */
    public static Forwarders at(List<String> addresses) {
        return new Forwarders(addresses.stream().map(Forwarders::range).toList());
    }

    private static AddressRange range(String text) {
        try {
            return AddressRange.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("web-forwarded-from: " + e.getMessage(), e);
        }
    }

    /** Where they connect from. */
    public List<AddressRange> ranges() {
        return ranges;
    }

    /**
     * Whether a connection's other side is one of them.
     *
     * @param channel any
     */
    public boolean contains(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress other
                && other.getAddress() != null
                && contains(other.getAddress());
    }

    /**
     * Whether only such proxies connect from an address.
     *
     * @param address any
     */
    public boolean contains(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /**
     * Takes what a proxy says about whom it speaks for; nothing happens on other connections.
     *
     * @return what is wrong with that; null for nothing
     */
    @Nullable
    Fault apply(Channel channel, HttpHeaders headers) {
        if (!contains(channel)) {
            return null;
        }
        InetAddress address = client(headers);
        if (address == null) {
            return new Fault(
                    HttpResponseStatus.BAD_REQUEST,
                    "The proxy in between has to say for whom it asks, in " + FOR + ".");
        }
        Origin.set(channel, new InetSocketAddress(address, 0));
        if (isEncrypted(headers)) {
            Origin.isEncrypted(channel);
        }
        return null;
    }

    /** Each proxy appends whom it has spoken to: the last that is no proxy of ours is who asks; null if nobody is named. */
    private @Nullable InetAddress client(HttpHeaders headers) {
        List<String> named = HeaderList.of(headers, FOR);
        InetAddress address = null;
        for (int i = named.size() - 1; i >= 0; i--) {
            address = address(named.get(i));
            if (address == null || !contains(address)) {
                return address;
            }
        }
        return address;
    }

    private static @Nullable InetAddress address(String text) {
        Matcher withPort = WITH_PORT.matcher(text);
        String bare = !withPort.matches() ? text : withPort.group(1) == null ? withPort.group(2) : withPort.group(1);
        return NetUtil.createInetAddressFromIpAddressString(bare);
    }

    /** All the way: somebody in between who says otherwise has read it. */
    private static boolean isEncrypted(HttpHeaders headers) {
        List<String> named = HeaderList.of(headers, PROTO);
        return !named.isEmpty() && named.stream().allMatch("https"::equalsIgnoreCase);
    }
}
