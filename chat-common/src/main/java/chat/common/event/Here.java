package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * Somebody has come for whom you wait.
 *
 * @param name who
 */
public record Here(UserName name) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("* " + name + " is here now.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("here").add("name", name);
    }

    static Here read(JsonObject in) {
        return new Here(in.name("name"));
    }
}
