package chat.common.event;

import java.io.IOException;

/** The greeting of every connection; a {@link NamePrompt} follows it. */
public record Welcome() implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("Welcome to ClientMessageSystem.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("welcome");
    }

    static Welcome read(JsonObject in) {
        return new Welcome();
    }
}
