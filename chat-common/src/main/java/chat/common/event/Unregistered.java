package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * The name is registered no more: it is free for anybody as soon as nobody uses it.
 *
 * @param name the name that was registered
 */
public record Unregistered(UserName name) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add("The name ")
                .add(name.toString())
                .add(" is not registered any more. You keep it until you leave; then anybody may take it.")
                .end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("unregistered").add("name", name);
    }

    static Unregistered read(JsonObject in) {
        return new Unregistered(in.name("name"));
    }
}
