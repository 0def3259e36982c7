package chat.common.event;

import java.io.IOException;

/**
 * You are away from now on, or not any more: the answer to {@code /away}, and what your other connections read of it.
 *
 * @param text what those read who write to you alone; empty if you are not away any more
 */
public record Away(String text) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line(
                text.isEmpty()
                        ? "* You are not away any more."
                        : "* You are away until you say something or type /away: " + text);
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("away").add("text", text);
    }

    static Away read(JsonObject in) {
        return new Away(in.text("text"));
    }
}
