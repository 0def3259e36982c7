package chat.server.session;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;

/** When a connection was accepted, before any handshake or header. On the channel's event loop. */
public final class Arrival {
    private static final AttributeKey<Long> NANOS = AttributeKey.valueOf(Arrival.class, "nanos");

    private Arrival() {}

    /**
     * Somebody has just connected.
     *
     * @param channel theirs
     */
    public static void isNow(Channel channel) {
        channel.attr(NANOS).set(channel.eventLoop().ticker().nanoTime());
    }

    /** For how long a connection has been there, in nanoseconds. */
    static long age(Channel channel) {
        Long arrived = channel.attr(NANOS).get();
        return arrived == null ? 0 : channel.eventLoop().ticker().nanoTime() - arrived;
    }
}
