package chat.server.net;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;

/**
 * Rests for a second when a connection cannot be accepted, as when there are no more open files; meanwhile connections
 * wait in the system. Those that are there are not touched.
 */
@ChannelHandler.Sharable
public final class AcceptFailures extends ChannelInboundHandlerAdapter {
    private static final long REST_MILLIS = 1000;

    private final QuietLog log;

    /**
     * Makes one for all listeners.
     *
     * @param log tells of failures
     */
    public AcceptFailures(QuietLog log) {
        this.log = log;
    }

    /** Stops here: the next handler would do the same, and write a stack trace each time. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        log.refused(ctx.channel(), "cannot accept a connection: " + cause.getMessage());
        ctx.channel().config().setAutoRead(false);
        ctx.executor().schedule(() -> ctx.channel().config().setAutoRead(true), REST_MILLIS, TimeUnit.MILLISECONDS);
    }
}
