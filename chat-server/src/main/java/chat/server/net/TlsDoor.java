package chat.server.net;

import chat.server.session.Session;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.nio.channels.ClosedChannelException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Stands behind TLS: lets a session begin when the handshake is done, and end when the other side ends TLS. Without
 * that end nobody knows whether something is missing.
 */
final class TlsDoor extends ChannelInboundHandlerAdapter {
    private final QuietLog log;
    private final Supplier<@Nullable Session> open;
    private @Nullable Session session;

    /**
     * Makes the door of one connection.
     *
     * @param open puts the session's handlers behind the door
     */
    TlsDoor(QuietLog log, Supplier<@Nullable Session> open) {
        this.log = log;
        this.open = open;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            handshaken(ctx, handshake);
        } else if (event instanceof SslCloseCompletionEvent end && session != null) {
            ended(ctx, session, end);
        } else if (event instanceof SslCloseCompletionEvent) {
            ctx.close(); // WebSocket has an end of its own that tells whether something is missing
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    private void handshaken(ChannelHandlerContext ctx, SslHandshakeCompletionEvent handshake) {
        if (handshake.isSuccess()) {
            session = open.get();
            ctx.fireChannelActive();
        } else if (!(handshake.cause() instanceof ClosedChannelException)) {
            log.refused(ctx.channel(), "TLS: " + reason(handshake.cause()));
        }
    }

    /** Without what the other side has sent, which some messages hold. */
    private static String reason(Throwable cause) {
        if (cause instanceof NotSslRecordException) {
            return "it began with something that only looks like TLS";
        }
        return cause.getMessage() == null ? "the handshake failed" : cause.getMessage();
    }

    private static void ended(ChannelHandlerContext ctx, Session session, SslCloseCompletionEvent end) {
        if (end.isSuccess()) {
            session.out().flush();
            ctx.close();
        } else {
            ctx.fireExceptionCaught(new SSLException("the connection was cut", end.cause()));
        }
    }

    /** What goes wrong with TLS goes wrong with the connection; before the handshake is done its event tells it. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (session != null) {
            boolean tls = cause instanceof DecoderException && cause.getCause() instanceof SSLException;
            ctx.fireExceptionCaught(tls ? cause.getCause() : cause);
        } else {
            ctx.close();
        }
    }
}
