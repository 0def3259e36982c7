package chat.common.event;

import java.io.IOException;
import java.time.Duration;

/**
 * Tells who comes that what they say stays here.
 *
 * @param keep how long; zero for as long as the server likes
 */
public record HistoryKept(Duration keep) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("* What you say in rooms is kept" + (keep.isZero() ? "" : " for " + span())
                + ". To take it back, type /forget me");
    }

    private String span() {
        if (keep.toHours() >= 48) {
            return keep.toDays() + " days";
        }
        if (keep.toMinutes() >= 120) {
            return keep.toHours() + " hours";
        }
        return keep.toSeconds() >= 120 ? keep.toMinutes() + " minutes" : keep.toSeconds() + " seconds";
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("history-kept").add("seconds", keep.toSeconds());
    }

    static HistoryKept read(JsonObject in) {
        return new HistoryKept(Duration.ofSeconds(in.number("seconds")));
    }
}
