package chat.common.event;

import java.io.IOException;
import java.time.Duration;

/**
 * Tells who comes that what they say stays here.
 *
 * @param keep how long; zero for as long as the server likes
 */
public record HistoryKept(Duration keep) implements Event {
    /** What people read of it. */
    public String sentence() {
        return "What you say in rooms is kept" + (keep.isZero() ? "" : " for " + Span.of(keep))
                + ". To take it back, type /forget me";
    }

    @Override
    public void writeText(TextLines out) {
        out.line("* " + sentence());
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("history-kept").add("seconds", keep.toSeconds());
    }

    static HistoryKept read(JsonObject in) {
        return new HistoryKept(Duration.ofSeconds(in.number("seconds")));
    }
}
