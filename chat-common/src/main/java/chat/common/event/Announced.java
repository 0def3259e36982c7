package chat.common.event;

import java.io.IOException;

/**
 * Something that whoever runs the server tells everybody who is connected.
 *
 * @param text what
 */
public record Announced(String text) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add("* Operator: ").add(text).end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("announcement").add("text", text);
    }

    static Announced read(JsonObject in) {
        return new Announced(in.text("text"));
    }
}
