package chat.server.session;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection really comes from: the other side's address or, behind a proxy, the address that the proxy names.
 * Thread-safe.
 */
public final class Origin {
    private static final AttributeKey<SocketAddress> REAL = AttributeKey.valueOf(Origin.class, "real");

    private static final AttributeKey<Boolean> ENCRYPTED = AttributeKey.valueOf(Origin.class, "encrypted");

    private Origin() {}

    /**
     * The address to log, to count and to limit.
     *
     * @param channel any
     * @return the real address as far as it is known by now; null if the channel never had one
     */
    public static @Nullable SocketAddress of(Channel channel) {
        SocketAddress real = channel.attr(REAL).get();
        return real == null ? channel.remoteAddress() : real;
    }

    /**
     * Says where a connection really comes from, before anybody has asked.
     *
     * @param channel whose other side is a proxy
     * @param address what the proxy says
     */
    public static void set(Channel channel, InetSocketAddress address) {
        channel.attr(REAL).set(address);
    }

    /**
     * The proxy that a connection comes through.
     *
     * @param channel any
     * @return its address; null if there is no proxy
     */
    static @Nullable InetAddress proxy(Channel channel) {
        return channel.hasAttr(REAL) && channel.remoteAddress() instanceof InetSocketAddress other
                ? other.getAddress()
                : null;
    }

    /**
     * Says that all that a connection carries is encrypted.
     *
     * @param channel any
     */
    public static void isEncrypted(Channel channel) {
        channel.attr(ENCRYPTED).set(true);
    }

    /** Whether nobody on the way can read what comes: it is encrypted, or does not leave this machine. */
    static boolean isPrivate(Channel channel) {
        return channel.hasAttr(ENCRYPTED)
                || (of(channel) instanceof InetSocketAddress internet
                        && internet.getAddress() != null
                        && internet.getAddress().isLoopbackAddress());
    }
}
