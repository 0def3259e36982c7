package chat.client.net;

import chat.client.tls.StrangerException;
import chat.common.Limits;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why there is no connection, in words. */
public final class Reasons {
    /** What Java and Netty put into messages for programmers: names of classes and of calls to the system. */
    private static final Pattern FOR_PROGRAMMERS = Pattern.compile(
            "\\b(?:[a-z]\\w*\\.)*[A-Z]\\w*(?:Exception|Error)\\b:?\\s*|\\b\\w+\\(\\.\\.\\) failed(?: with error\\(-?\\d+\\))?:\\s*");

    /** Why there is no chat where web browsers are answered. */
    public static final String FOR_BROWSERS = "that port is for web browsers; the chat is on another one, usually "
            + Limits.DEFAULT_PORT + ", or " + Limits.DEFAULT_TLS_PORT + " with TLS";

    /** How Netty shows that somebody answers in HTTP where TLS is expected. */
    private static final String HTTP_IN_HEX = ByteBufUtil.hexDump("HTTP/".getBytes(StandardCharsets.US_ASCII));

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
        if (isForBrowsers(cause)) {
            return FOR_BROWSERS;
        }
        if (cause instanceof DecoderException && cause.getCause() != null) {
            return of(cause.getCause());
        }
        if (cause instanceof NotEncryptedException) {
            return "the server closed the connection before encryption began; it may be full, or you have connected too"
                    + " often. Please try again in a minute";
        }
        if (cause instanceof ClosedChannelException) {
            return "the server closed the connection";
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
        return plain(cause, "something went wrong with it");
    }

    private static String plain(Throwable cause, String otherwise) {
        String message = cause.getMessage();
        String plain = message == null
                ? ""
                : FOR_PROGRAMMERS.matcher(message).replaceAll("").strip();
        return plain.isEmpty() ? otherwise : plain;
    }

    /**
     * Whether there is no connection because what is listening there speaks plain HTTP.
     *
     * @param cause what a wire ended with
     */
    public static boolean isForBrowsers(@Nullable Throwable cause) {
        for (Throwable thrown = cause; thrown != null; thrown = thrown.getCause()) {
            if (thrown instanceof NotSslRecordException
                    && String.valueOf(thrown.getMessage()).contains(": " + HTTP_IN_HEX)) {
                return true;
            }
        }
        return false;
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
        return "TLS: " + plain(cause, "the handshake failed");
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
