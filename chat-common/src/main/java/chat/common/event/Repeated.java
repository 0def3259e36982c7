package chat.common.event;

import java.io.IOException;

/** The answer to a numbered line that was taken before, under the same {@code /resume} key: it is not done again. */
public record Repeated() implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("That line was taken before.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("repeated");
    }

    static Repeated read(JsonObject in) {
        return new Repeated();
    }
}
