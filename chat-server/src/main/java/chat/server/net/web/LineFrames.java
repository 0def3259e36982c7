package chat.server.net.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/**
 * Turns what comes in frames into the bytes of lines; a message is one line or several, and its end ends the last. What goes
 * out is in frames already, see {@link chat.server.session.LineBytes}.
 */
final class LineFrames extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final byte LF = '\n';

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
        if (!(frame instanceof TextWebSocketFrame)) {
            ctx.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.INVALID_MESSAGE_TYPE, "Text only."))
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        ByteBuf text = frame.content();
        if (!text.isReadable()) {
            return;
        }
        boolean ended = text.getByte(text.writerIndex() - 1) == LF;
        ByteBuf bytes = text.retain();
        ctx.fireChannelRead(ended ? bytes : withEnd(ctx, bytes));
    }

    private static ByteBuf withEnd(ChannelHandlerContext ctx, ByteBuf bytes) {
        try {
            return ctx.alloc()
                    .buffer(bytes.readableBytes() + 1)
                    .writeBytes(bytes)
                    .writeByte(LF);
        } finally {
            bytes.release();
        }
    }
}
