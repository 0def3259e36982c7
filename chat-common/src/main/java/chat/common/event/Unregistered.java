package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * The name is not registered any more.
 *
 * @param name which
 */
public record Unregistered(UserName name) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("The name " + name + " is not registered any more. You keep it until you leave.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("unregistered").add("name", name);
    }

    static Unregistered read(JsonObject in) {
        return new Unregistered(in.name("name"));
    }
}
