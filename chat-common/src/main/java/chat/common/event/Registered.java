package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * The name is yours from now on: nobody else gets it without the password.
 *
 * @param name the registered name
 */
public record Registered(UserName name) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add("The name ")
                .add(name.toString())
                .add(" is registered, and yours. From now on type /login ")
                .add(name.toString())
                .add(" when you come.")
                .end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("registered").add("name", name);
    }

    static Registered read(JsonObject in) {
        return new Registered(in.name("name"));
    }
}
