package chat.common.event;

import java.io.IOException;

/**
 * The answer to {@code /replay}: rooms that the session joins from now on tell first what was said before, or not.
 *
 * @param on whether they do
 */
public record ReplayChanged(boolean on) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line(on ? "Rooms tell you first what was said before." : "Rooms tell you only what is new.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("replay").add("on", on);
    }

    static ReplayChanged read(JsonObject in) {
        return new ReplayChanged(in.flag("on"));
    }
}
