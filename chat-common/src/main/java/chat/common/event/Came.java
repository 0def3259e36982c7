package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * Somebody of whose coming you asked to be told is here.
 *
 * @param name who
 */
public record Came(UserName name) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("* " + name + " is here.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("came").add("name", name);
    }

    static Came read(JsonObject in) {
        return new Came(in.name("name"));
    }
}
