package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * Somebody to whom you have written is away. It is told once for each absence.
 *
 * @param name who
 * @param text why, or for how long: their words
 */
public record IsAway(UserName name, String text) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("* " + name + " is away: " + text);
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("is-away").add("name", name).add("text", text);
    }

    static IsAway read(JsonObject in) {
        return new IsAway(in.name("name"), in.text("text"));
    }
}
