package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * The password of your name has changed.
 *
 * @param name which
 */
public record PasswordChanged(UserName name) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("The password of " + name + " has changed.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("password-changed").add("name", name);
    }

    static PasswordChanged read(JsonObject in) {
        return new PasswordChanged(in.name("name"));
    }
}
