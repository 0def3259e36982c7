package chat.server.net.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Answers pings, and holds both halves of the closing handshake (RFC 6455, sections 5.5 and 7): behind a closing frame nothing
 * is written, and what would be counts as not sent. Netty's own handler would read on for each ping, and so let who reads
 * nothing fill the memory with pongs; and it would wait for ever until its own closing frame is taken. On the channel's event
 * loop.
 */
final class ControlFrames extends ChannelDuplexHandler {
    /** How long the other side may take, in milliseconds, to take the answer to its closing frame. */
    private static final long GRACE_MILLIS = 1000;

    /** What a frame has at least beside its content: two bytes and the mask. */
    private static final int HEADER_BYTES = 6;

    private static final int HIGHEST_STATUS = 4999;

    /** Which of the channel's reasons to take nothing is ours. */
    private static final int WRITABILITY = 1;

    private final IntConsumer overhead;
    private boolean closing;

    /**
     * Makes the handler of one connection.
     *
     * @param overhead is told how many bytes have come that are no part of any line
     */
    ControlFrames(IntConsumer overhead) {
        this.overhead = overhead;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (closing && !(message instanceof CloseWebSocketFrame)) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof WebSocketFrame frame) {
            boolean text = frame instanceof TextWebSocketFrame || frame instanceof ContinuationWebSocketFrame;
            overhead.accept(HEADER_BYTES + (text ? 0 : frame.content().readableBytes()));
        }
        if (message instanceof PingWebSocketFrame ping) {
            answer(ctx, ping);
        } else if (message instanceof CloseWebSocketFrame close) {
            answer(ctx, close);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    /** Who does not read what there is for them waits for no pong. */
    private static void answer(ChannelHandlerContext ctx, PingWebSocketFrame ping) {
        if (ctx.channel().isWritable()) {
            ctx.writeAndFlush(new PongWebSocketFrame(ping.content()));
        } else {
            ping.release();
        }
    }

    private void answer(ChannelHandlerContext ctx, CloseWebSocketFrame close) {
        int status = close.statusCode();
        close.release();
        if (closing) {
            ctx.close();
            return;
        }
        closing = true;
        ctx.writeAndFlush(reply(status)).addListener(ChannelFutureListener.CLOSE);
        takesNothing(ctx.channel());
        closeLater(ctx);
    }

    /** Says their status again, without their reason; Netty has let pass what is no status (section 7.4.2). */
    private static CloseWebSocketFrame reply(int status) {
        if (status < 0) {
            return new CloseWebSocketFrame(); // they gave none
        }
        return new CloseWebSocketFrame(
                status <= HIGHEST_STATUS ? status : WebSocketCloseStatus.PROTOCOL_ERROR.code(), "");
    }

    /** Until what waits before our closing frame is out, nobody is told that there is room for more. */
    private static void takesNothing(Channel channel) {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        if (waiting != null) {
            waiting.setUserDefinedWritability(WRITABILITY, false);
        }
    }

    private static void closeLater(ChannelHandlerContext ctx) {
        var timeout = ctx.executor().schedule(() -> ctx.close(), GRACE_MILLIS, TimeUnit.MILLISECONDS);
        ctx.channel().closeFuture().addListener((ChannelFuture closed) -> timeout.cancel(false));
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (closing) {
            ReferenceCountUtil.release(message);
            if (!promise.isVoid()) { // else a mistake is reported that is none
                promise.tryFailure(new ClosedChannelException());
            }
            return;
        }
        closing = message instanceof CloseWebSocketFrame;
        ctx.write(message, promise);
    }
}
