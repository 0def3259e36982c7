package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * The answer to {@code /ignore NAME} and {@code /unignore NAME}.
 *
 * @param name whom
 * @param on whether you read nothing of them from now on
 */
public record Ignoring(UserName name, boolean on) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line(
                on
                        ? "You read nothing more of " + name + ". To end that, type /unignore " + name
                        : "You read " + name + " again.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("ignoring").add("name", name).add("on", on);
    }

    static Ignoring read(JsonObject in) {
        return new Ignoring(in.name("name"), in.flag("on"));
    }
}
