package chat.common.event;

import chat.common.UserName;
import java.io.IOException;
import java.time.Duration;

/**
 * The author's confirmation of a private message to somebody who is not here: it is on disk, and they read it when they log
 * in.
 *
 * @param to who receives it
 * @param keep how long it waits for them
 */
public record PrivateKept(UserName to, Duration keep) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("Kept for " + to + ": they read it when they log in, within " + Span.of(keep) + ".");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("private-kept").add("to", to).add("seconds", keep.toSeconds());
    }

    static PrivateKept read(JsonObject in) {
        return new PrivateKept(in.name("to"), Duration.ofSeconds(in.number("seconds")));
    }
}
