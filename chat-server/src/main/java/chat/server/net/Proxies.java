package chat.server.net;

import io.netty.channel.Channel;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.util.List;

/** The addresses that only proxies connect from. Immutable. */
public final class Proxies {
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private final List<IpSubnetFilterRule> networks;

    private Proxies(List<IpSubnetFilterRule> networks) {
        this.networks = networks;
    }

    /** No proxies: everybody comes from where they seem to. */
    public static Proxies none() {
        return new Proxies(List.of());
    }

    /**
     * Reads a list.
     *
     * @param addresses each an address, {@code 192.0.2.7}, or a network, {@code 10.0.0.0/8}; IPv6 likewise
     * @return the proxies
     * @throws IllegalArgumentException if one is neither
     */
    public static Proxies at(List<String> addresses) {
        return new Proxies(addresses.stream().map(Proxies::network).toList());
    }

    private static IpSubnetFilterRule network(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean v4 = NetUtil.isValidIpV4Address(address);
        try {
            if (v4 || NetUtil.isValidIpV6Address(address)) { // names are not looked up
                int all = v4 ? IPV4_BITS : IPV6_BITS;
                int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
                return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "proxy-from: " + text + " (expected: an address like 192.0.2.7 or a network like 10.0.0.0/8)");
    }

    /** Whether a connection's other side is a proxy. */
    boolean contains(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress address
                && networks.stream().anyMatch(network -> network.matches(address));
    }
}
