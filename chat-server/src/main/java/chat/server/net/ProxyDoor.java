package chat.server.net;

import chat.server.session.Origin;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.haproxy.HAProxyCommand;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.codec.haproxy.HAProxyProxiedProtocol.AddressFamily;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands where a proxy connects: takes the header in which it says whom it speaks for, and only then lets the rest of
 * the pipeline begin. Without a header there is no connection.
 */
final class ProxyDoor extends SimpleChannelInboundHandler<HAProxyMessage> {
    /** How long the header may take, in seconds; proxies send it first of all. */
    static final long HEADER_SECONDS = 10;

    /** How much a proxy may add to the header, in bytes; nothing of it is looked at. */
    private static final int MAX_ADDED_BYTES = 2048;

    private final QuietLog log;
    private final Runnable open;
    private @Nullable Future<?> deadline;
    private boolean refused;

    /**
     * Makes the door of one connection.
     *
     * @param open puts what follows behind the door
     */
    ProxyDoor(QuietLog log, Runnable open) {
        this.log = log;
        this.open = open;
    }

    /** What stands before the door and reads the header. */
    static HAProxyMessageDecoder decoder() {
        return new HAProxyMessageDecoder(MAX_ADDED_BYTES);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        Future<?> timeout = ctx.executor()
                .schedule(
                        () -> refuse(ctx, "no PROXY header within " + HEADER_SECONDS + " seconds"),
                        HEADER_SECONDS,
                        TimeUnit.SECONDS);
        ctx.channel().closeFuture().addListener(end -> timeout.cancel(false));
        deadline = timeout;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HAProxyMessage header) {
        if (refused) {
            return; // the decoder goes on with the rest of a packet when the connection closes
        }
        if (deadline != null) {
            deadline.cancel(false);
        }
        if (header.command() == HAProxyCommand.LOCAL) {
            ctx.close(); // the proxy only wanted to know whether somebody is here
            return;
        }
        InetSocketAddress source = source(header);
        if (source == null) {
            refuse(ctx, "the proxy does not say for whom it has connected");
            return;
        }
        Origin.set(ctx.channel(), source);
        open.run();
        ctx.fireChannelActive();
        ctx.pipeline().remove(this);
    }

    /** Whom the proxy speaks for; null if it does not say, so that no limit could be theirs. */
    private static @Nullable InetSocketAddress source(HAProxyMessage header) {
        AddressFamily family = header.proxiedProtocol().addressFamily();
        if (family != AddressFamily.AF_IPv4 && family != AddressFamily.AF_IPv6) {
            return null;
        }
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(header.sourceAddress());
        return address == null ? null : new InetSocketAddress(address, header.sourcePort());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException) {
            ctx.close(); // hung up
        } else {
            refuse(ctx, "no PROXY header from an address named by --proxy-from");
        }
    }

    private void refuse(ChannelHandlerContext ctx, String why) {
        if (!refused) {
            refused = true;
            log.refused(ctx.channel(), why);
            ctx.close();
        }
    }
}
