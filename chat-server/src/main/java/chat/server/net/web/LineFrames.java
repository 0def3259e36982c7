package chat.server.net.web;

import chat.server.session.Ending;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.function.Consumer;

/**
 * Turns what comes in frames into the bytes of lines; a message is one line or several, and its end ends the last. What goes
 * out is in frames already, see {@link chat.server.session.LineBytes}. Frames that are none end the session, with a status
 * that tells the other side's programmer why.
 */
final class LineFrames extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final byte LF = '\n';

    private final Consumer<Ending> end;

    /**
     * Makes the handler of one connection.
     *
     * @param end ends its session
     */
    LineFrames(Consumer<Ending> end) {
        this.end = end;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
        if (!(frame instanceof TextWebSocketFrame)) {
            refuse(ctx, WebSocketCloseStatus.INVALID_MESSAGE_TYPE, "text only");
            return;
        }
        ByteBuf text = frame.content();
        if (!text.isReadable()) {
            return;
        }
        boolean ended = text.getByte(text.writerIndex() - 1) == LF;
        ctx.fireChannelRead(ended ? text.retain() : withEnd(ctx, text));
    }

    private static ByteBuf withEnd(ChannelHandlerContext ctx, ByteBuf text) {
        return ctx.alloc().buffer(text.readableBytes() + 1).writeBytes(text).writeByte(LF);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) throws Exception {
        if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            refuse(ctx, corrupted.closeStatus(), String.valueOf(corrupted.getMessage()));
        } else if (cause instanceof TooLongFrameException) {
            refuse(
                    ctx,
                    WebSocketCloseStatus.MESSAGE_TOO_BIG,
                    "a message has at most " + SocketRequest.MOST_BYTES + " bytes");
        } else {
            super.exceptionCaught(ctx, cause);
        }
    }

    private void refuse(ChannelHandlerContext ctx, WebSocketCloseStatus status, String reason) {
        ctx.writeAndFlush(new CloseWebSocketFrame(status, reason));
        end.accept(Ending.BAD_FRAMES);
    }
}
