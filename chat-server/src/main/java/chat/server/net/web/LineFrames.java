package chat.server.net.web;

import chat.server.session.Ending;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.function.Consumer;

/**
 * Turns what comes in frames into the bytes of lines; a message is one line or several, and its end ends the last. Parts of a
 * message are passed on as they come: a message that never ends keeps no more than a line that never ends. What goes
 * out is in frames already, see {@link chat.server.session.LineBytes}. Frames that are none end the session, with a status
 * that tells the other side's programmer why.
 */
final class LineFrames extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final byte LF = '\n';

    private static final String TOO_LONG = "a message has at most " + SocketRequest.MOST_BYTES + " bytes";

    private final Consumer<Ending> end;

    /** How much of a message has come, in bytes. */
    private int length;

    /** Whether that ends within a line. */
    private boolean inLine;

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
        ByteBuf text = frame.content();
        length += text.readableBytes();
        if (frame instanceof BinaryWebSocketFrame) {
            refuse(ctx, WebSocketCloseStatus.INVALID_MESSAGE_TYPE, "text only");
        } else if (length > SocketRequest.MOST_BYTES) {
            refuse(ctx, WebSocketCloseStatus.MESSAGE_TOO_BIG, TOO_LONG);
        } else {
            take(ctx, text, frame.isFinalFragment());
        }
    }

    private void take(ChannelHandlerContext ctx, ByteBuf text, boolean last) {
        if (text.isReadable()) {
            inLine = text.getByte(text.writerIndex() - 1) != LF;
        }
        boolean ends = last && inLine;
        if (last) {
            length = 0;
            inLine = false;
        }
        if (ends) {
            ctx.fireChannelRead(withEnd(ctx, text));
        } else if (text.isReadable()) {
            ctx.fireChannelRead(text.retain());
        }
    }

    private static ByteBuf withEnd(ChannelHandlerContext ctx, ByteBuf text) {
        return ctx.alloc().buffer(text.readableBytes() + 1).writeBytes(text).writeByte(LF);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) throws Exception {
        if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            refuse(ctx, corrupted.closeStatus(), String.valueOf(corrupted.getMessage()));
        } else {
            super.exceptionCaught(ctx, cause);
        }
    }

    private void refuse(ChannelHandlerContext ctx, WebSocketCloseStatus status, String reason) {
        ctx.writeAndFlush(new CloseWebSocketFrame(status, reason));
        end.accept(Ending.BAD_FRAMES);
    }
}
