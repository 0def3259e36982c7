package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * Somebody to whom you have written alone is away. You are told once each time they are.
 *
 * @param name who
 * @param text what they want you to know, printable
 */
public record AwayIs(UserName name, String text) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add("* ").add(name.toString()).add(" is away: ").add(text).end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("away-is").add("name", name).add("text", text);
    }

    static AwayIs read(JsonObject in) {
        return new AwayIs(in.name("name"), in.text("text"));
    }
}
