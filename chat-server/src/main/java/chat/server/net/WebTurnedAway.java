package chat.server.net;

import chat.common.event.Failure;
import chat.common.wire.WireFormat;
import chat.server.session.LineBytes;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.ReferenceCountUtil;

/** All there is behind the WebSocket for who may not come in: one sentence, which their page shows, and the end. */
final class WebTurnedAway extends ChannelInboundHandlerAdapter {
    private final String sentence;

    WebTurnedAway(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        StringBuilder line = new StringBuilder();
        WireFormat.WEB.append(new Failure(Failure.Code.SERVER_BUSY, sentence), line);
        ctx.write(LineBytes.of(line, WireFormat.WEB, ctx.alloc()));
        ctx.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.TRY_AGAIN_LATER))
                .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
