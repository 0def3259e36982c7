package chat.common.event;

import java.io.IOException;

/** The answer to everything that somebody without a name types. */
public record NamePrompt() implements Event {
    private static final String TEXT = "Please choose a name: type /setname NAME and press Enter.";

    @Override
    public void writeText(TextLines out) {
        out.line(TEXT);
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("name-prompt").add("text", TEXT);
    }

    static NamePrompt read(JsonObject in) {
        return new NamePrompt();
    }
}
