package chat.server.net.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which no whole request comes in time, counted from the last one and not from the last byte: slow
 * headers would keep it for ever. On the channel's event loop.
 */
final class HttpDeadline extends ChannelInboundHandlerAdapter {
    /** How long the next request may take, in seconds. */
    static final long SECONDS = 10;

    private @Nullable Future<?> deadline;

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        begin(ctx);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        cancel();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest) {
            cancel();
            begin(ctx);
        }
        ctx.fireChannelRead(message);
    }

    private void begin(ChannelHandlerContext ctx) {
        deadline = ctx.executor().schedule(() -> ctx.close(), SECONDS, TimeUnit.SECONDS);
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}
