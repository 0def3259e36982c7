package chat.common.event;

import java.io.IOException;

/** The answer to {@code /ping}: the connection lives. */
public record Pong() implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("pong");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("pong");
    }

    static Pong read(JsonObject in) {
        return new Pong();
    }
}
