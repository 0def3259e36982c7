package chat.client.net;

import chat.client.tls.StrangerException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why there is no connection, in words. */
public final class Reasons {
    private Reasons() {}

    /**
     * Says what happened.
     *
     * @param cause what a {@link WireEvents#closed wire} ended with
     * @return half a sentence: {@code no server is listening there}
     */
    public static String of(@Nullable Throwable cause) {
        if (cause == null) {
            return "the server closed the connection";
        }
        if (cause instanceof UnknownHostException) {
            return "there is no such host";
        }
        if (cause instanceof ConnectTimeoutException) {
            return "it took too long";
        }
        if (cause instanceof NoRouteToHostException) {
            return "there is no way to that host";
        }
        if (cause instanceof DecoderException && cause.getCause() != null) {
            return of(cause.getCause());
        }
        if (cause instanceof SSLException) {
            return ofTls(cause);
        }
        String message = String.valueOf(cause.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (cause instanceof ConnectException && lower.contains("refused")) {
            return "no server is listening there";
        }
        if (lower.contains("reset") || lower.contains("broken pipe")) {
            return "the connection was reset";
        }
        if (lower.contains("unreachable")) {
            return "the network cannot be reached";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : message;
    }

    private static String ofTls(Throwable cause) {
        if (isStranger(cause)) {
            return stranger(cause);
        }
        if (cause instanceof NotSslRecordException) {
            return "that port does not speak TLS";
        }
        if (cause instanceof SslHandshakeTimeoutException) {
            return "the TLS handshake took too long";
        }
        return "TLS: " + cause.getMessage();
    }

    /**
     * Whether there is no connection because the server is not known to be the one that is meant. Another attempt would
     * end the same.
     *
     * @param cause what a wire ended with
     */
    public static boolean isStranger(@Nullable Throwable cause) {
        return !stranger(cause).isEmpty();
    }

    private static String stranger(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StrangerException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return "";
    }
}
