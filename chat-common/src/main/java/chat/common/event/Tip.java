package chat.common.event;

import java.io.IOException;

/**
 * A hint that nobody asked for.
 *
 * @param sentence one sentence
 */
public record Tip(String sentence) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add("* ").add(sentence).end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("tip").add("text", sentence);
    }

    static Tip read(JsonObject in) {
        return new Tip(in.text("text"));
    }
}
