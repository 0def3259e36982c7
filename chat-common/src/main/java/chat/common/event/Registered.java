package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * The name is yours from now on, and you have logged in.
 *
 * @param name which
 */
public record Registered(UserName name) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("The name " + name + " is yours now. Next time, type /login " + name);
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("registered").add("name", name);
    }

    static Registered read(JsonObject in) {
        return new Registered(in.name("name"));
    }
}
