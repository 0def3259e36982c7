package chat.server.net.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose pages may open the WebSocket. Browsers let any page connect anywhere, and say only whose page it is (RFC 6455, section
 * 10.2): so this server's own page may, and those it was told of. What is no browser says nothing, and may. Immutable.
 */
public final class WebOrigins {
    private final Set<String> others;

    private WebOrigins(Set<String> others) {
        this.others = others;
    }

    /**
     * The server's own page and some others.
     *
     * @param others origins such as {@code https://chat.example}
     * @throws IllegalArgumentException if one is none; the message is for people
     */
    public static WebOrigins ownAnd(List<String> others) {
        return new WebOrigins(others.stream().map(WebOrigins::checked).collect(Collectors.toUnmodifiableSet()));
    }

    private static String checked(String origin) {
        URI uri = uri(origin);
        boolean plain = uri != null
                && uri.getHost() != null
                && uri.getRawPath().isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawUserInfo() == null;
        if (uri == null || !plain || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("web-origin: " + origin + " (expected: like https://chat.example)");
        }
        return origin.toLowerCase(Locale.ROOT);
    }

    private static @Nullable URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether a request with these headers may open the WebSocket. */
    boolean mayOpen(HttpHeaders headers) {
        List<String> origin = headers.getAll(HttpHeaderNames.ORIGIN);
        if (origin.size() != 1) {
            return origin.isEmpty();
        }
        String host = headers.get(HttpHeaderNames.HOST, "").toLowerCase(Locale.ROOT);
        String asked = origin.get(0).toLowerCase(Locale.ROOT);
        boolean own = !host.isEmpty() && (asked.equals("http://" + host) || asked.equals("https://" + host));
        return own || others.contains(asked);
    }
}
