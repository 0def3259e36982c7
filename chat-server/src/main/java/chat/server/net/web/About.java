package chat.server.net.web;

import chat.common.wire.JsonLines;
import java.nio.charset.StandardCharsets;

/**
 * What the page is told about the server before anybody has a name there.
 *
 * @param name what it is called
 * @param kept what people should know about what is kept of their words; empty for nothing
 */
public record About(String name, String kept) {
    /** As the page reads it. */
    byte[] json() {
        StringBuilder line = new StringBuilder();
        JsonLines.append(this, (about, out) -> out.add("name", about.name).add("kept", about.kept), line);
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }
}
