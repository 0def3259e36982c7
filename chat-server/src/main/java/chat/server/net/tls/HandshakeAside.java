package chat.server.net.tls;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;

/**
 * TLS whose handshakes are computed aside. What comes of one after the connection is gone is nobody's: Netty would pass an
 * error on to a pipeline without handlers, whose end writes it to the log with its stack, as often as strangers like.
 */
final class HandshakeAside extends SslHandler {
    HandshakeAside(SSLEngine engine, Executor aside) {
        super(engine, aside);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) throws Exception {
        if (!ctx.isRemoved()) {
            super.exceptionCaught(ctx, cause);
        }
    }
}
