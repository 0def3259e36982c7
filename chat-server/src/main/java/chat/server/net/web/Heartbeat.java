package chat.server.net.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks a browser that says nothing whether it is there, and closes when it does not answer: proxies hide from TCP that somebody
 * is gone. Who is not read from owes no answer. On the channel's event loop.
 */
final class Heartbeat extends ChannelInboundHandlerAdapter {
    /** After so many seconds of silence a browser is asked, and has as many to answer. */
    static final long SECONDS = 30;

    private static final long NANOS = TimeUnit.SECONDS.toNanos(SECONDS);

    private final Runnable gone;
    private long heardAt;
    private boolean asked;
    private @Nullable Future<?> next;

    /**
     * Makes the handler of one connection.
     *
     * @param gone is told when nobody is there
     */
    Heartbeat(Runnable gone) {
        this.gone = gone;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        hears(ctx);
        beatIn(ctx, NANOS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (next != null) {
            next.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        hears(ctx);
        if (message instanceof PongWebSocketFrame) {
            ReferenceCountUtil.release(message);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private void hears(ChannelHandlerContext ctx) {
        heardAt = ctx.executor().ticker().nanoTime();
        asked = false;
    }

    private void beatIn(ChannelHandlerContext ctx, long nanos) {
        next = ctx.executor().schedule(() -> beat(ctx), nanos, TimeUnit.NANOSECONDS);
    }

    private void beat(ChannelHandlerContext ctx) {
        if (!ctx.channel().config().isAutoRead()) {
            hears(ctx); // or would, if it were read from
        } else if (asked) {
            gone.run();
            return;
        }
        long silent = ctx.executor().ticker().nanoTime() - heardAt;
        if (silent >= NANOS) {
            asked = true;
            ctx.writeAndFlush(new PingWebSocketFrame());
        }
        beatIn(ctx, asked ? NANOS : NANOS - silent);
    }
}
