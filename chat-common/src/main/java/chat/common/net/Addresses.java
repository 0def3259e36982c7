package chat.common.net;

import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** How addresses are written where people read them. */
public final class Addresses {
    private Addresses() {}

    /**
     * Writes an address without a host name or a slash: {@code 192.0.2.7:40422}, {@code [2001:db8::7]:40422}; without a port
     * if that is not known: {@code 192.0.2.7}.
     *
     * @param address any; null for one that is not known
     * @return for a person to read
     */
    public static String shown(@Nullable SocketAddress address) {
        if (!(address instanceof InetSocketAddress internet)) {
            return String.valueOf(address);
        }
        return internet.getPort() == 0 && internet.getAddress() != null
                ? NetUtil.toAddressString(internet.getAddress())
                : NetUtil.toSocketAddressString(internet);
    }
}
