package chat.common.event;

import java.io.IOException;

/**
 * The answer to who keeps order: it was done, and what is good to know about it.
 *
 * @param sentence one or two sentences
 */
public record Done(String sentence) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line(sentence);
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("done").add("text", sentence);
    }

    static Done read(JsonObject in) {
        return new Done(in.text("text"));
    }
}
