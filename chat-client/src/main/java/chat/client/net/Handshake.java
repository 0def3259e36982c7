package chat.client.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.IOException;
import javax.net.ssl.SSLException;

/** Stands behind TLS: for those behind it the connection is made when the handshake is done. */
final class Handshake extends ChannelInboundHandlerAdapter {
    private boolean done;

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        // not yet
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                done = true;
                ctx.fireChannelActive();
            } else {
                exceptionCaught(ctx, handshake.cause());
            }
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    /** Whoever is turned away is closed or reset; what TLS itself finds wrong tells more. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        boolean cut = !done && cause instanceof IOException && !(cause instanceof SSLException);
        ctx.fireExceptionCaught(cut ? new NotEncryptedException(cause) : cause);
    }
}
