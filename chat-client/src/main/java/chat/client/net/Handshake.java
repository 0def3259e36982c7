package chat.client.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/** Stands behind TLS: for those behind it the connection is made when the handshake is done. */
final class Handshake extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        // not yet
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                ctx.fireChannelActive();
            } else {
                ctx.fireExceptionCaught(handshake.cause());
            }
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }
}
