package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * The answer to {@code /notify NAME} and {@code /notify off NAME}.
 *
 * @param name whom
 * @param on whether you are told when they come
 */
public record Watching(UserName name, boolean on) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line(
                on
                        ? "You are told when " + name + " comes. To end that, type /notify off " + name
                        : "You are not told any more when " + name + " comes.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("watching").add("name", name).add("on", on);
    }

    static Watching read(JsonObject in) {
        return new Watching(in.name("name"), in.flag("on"));
    }
}
