package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * The account has the new password.
 *
 * @param name the registered name
 */
public record PasswordChanged(UserName name) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add("The password of ")
                .add(name.toString())
                .add(" is changed. The old one is not taken any more.")
                .end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("password-changed").add("name", name);
    }

    static PasswordChanged read(JsonObject in) {
        return new PasswordChanged(in.name("name"));
    }
}
