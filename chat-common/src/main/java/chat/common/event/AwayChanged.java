package chat.common.event;

import java.io.IOException;

/**
 * You are away from now on, or here again.
 *
 * @param text what those read who write to you alone; empty if you are here
 */
public record AwayChanged(String text) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line(
                text.isEmpty()
                        ? "* You are here: nobody is told any more that you are away."
                        : "You are away: " + text);
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("away").add("text", text);
    }

    static AwayChanged read(JsonObject in) {
        return new AwayChanged(in.text("text"));
    }
}
