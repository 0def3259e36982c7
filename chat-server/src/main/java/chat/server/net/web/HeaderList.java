package chat.server.net.web;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;

/** A header whose value is a list: separated by commas, in one line or several. Any thread. */
final class HeaderList {
    private static final Pattern COMMA = Pattern.compile(",");

    private HeaderList() {}

    /** All that it lists, in order; nothing if it is missing. */
    static List<String> of(HttpHeaders headers, CharSequence name) {
        return headers.getAll(name).stream()
                .flatMap(COMMA::splitAsStream)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
