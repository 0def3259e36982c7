package chat.client.net;

import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
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
}
