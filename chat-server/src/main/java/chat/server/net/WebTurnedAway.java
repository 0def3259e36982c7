package chat.server.net;

import chat.common.event.Failure;
import chat.common.wire.WireFormat;
import chat.server.session.LineBytes;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/** All there is behind the WebSocket for who may not come in: one sentence, which their page shows, and the end. */
final class WebTurnedAway extends ChannelInboundHandlerAdapter {
    /** How long the other side may take, in milliseconds, to read it and to close. */
    private static final long GRACE_MILLIS = 1000;

    private final Turnstile.NoEntry why;

    WebTurnedAway(Turnstile.NoEntry why) {
        this.why = why;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        Failure.Code code = why.banned() ? Failure.Code.BANNED : Failure.Code.SERVER_BUSY;
        StringBuilder line = new StringBuilder();
        WireFormat.WEB.append(new Failure(code, why.sentence()), line);
        ctx.write(LineBytes.of(line, WireFormat.WEB, ctx.alloc()));
        ctx.writeAndFlush(new CloseWebSocketFrame(
                why.banned() ? WebSocketCloseStatus.POLICY_VIOLATION : WebSocketCloseStatus.TRY_AGAIN_LATER));
        var timeout = ctx.executor().schedule(() -> ctx.close(), GRACE_MILLIS, TimeUnit.MILLISECONDS);
        ctx.channel().closeFuture().addListener(closed -> timeout.cancel(false));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ReferenceCountUtil.release(message);
        if (message instanceof CloseWebSocketFrame) {
            ctx.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
