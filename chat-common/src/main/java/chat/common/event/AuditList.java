package chat.common.event;

import chat.common.Period;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The answer to {@code /audit}: what was done to keep order, latest last.
 *
 * @param rows each with its time
 */
public record AuditList(List<Row> rows) implements Event {
    /** The reach of what is about the whole server; no room can be called so. */
    public static final String SERVER = "server";

    /**
     * One thing that was done.
     *
     * @param at when
     * @param by who did it
     * @param from where they came from
     * @param action what, in one word: {@code ban}
     * @param whom to whom; empty for everybody
     * @param reach where it holds: the name of a room, or {@link #SERVER}
     * @param because why; empty if they did not say
     * @param seconds for how long or, of {@code slow} and {@code members-only}, which time was said; 0 for none
     * @param until when it ends; empty if it does not by itself
     */
    public record Row(
            Instant at,
            String by,
            String from,
            String action,
            String whom,
            String reach,
            String because,
            long seconds,
            Optional<Instant> until) {
        private void write(JsonFields out) throws IOException {
            out.add("at", at.toString()).add("by", by).add("from", from).add("action", action);
            out.add("whom", whom).add("reach", reach).add("because", because);
            out.add("seconds", seconds)
                    .add("until", until.map(Instant::toString).orElse(""));
        }

        private static Row read(JsonObject in) {
            String until = in.text("until");
            return new Row(
                    moment("at", in.text("at")),
                    in.text("by"),
                    in.text("from"),
                    in.text("action"),
                    in.text("whom"),
                    in.text("reach"),
                    in.text("because"),
                    in.number("seconds"),
                    until.isEmpty() ? Optional.empty() : Optional.of(moment("until", until)));
        }

        private static Instant moment(String field, String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("the field " + field + " is wrong (expected: a moment)", e);
            }
        }

        private void writeText(TextLines out) {
            out.add("[")
                    .add(at)
                    .add("] ")
                    .add(by)
                    .add(" (")
                    .add(from)
                    .add("): ")
                    .add(action);
            if (until.isPresent()) {
                out.add(" (until ").add(until.get()).add(")");
            } else if (seconds > 0) {
                out.add(" ").add(Period.words(seconds));
            }
            out.add(whom.isEmpty() ? "" : " " + whom).add(" in ").add(reach.equals(SERVER) ? "this server" : reach);
            out.add(because.isEmpty() ? "" : ": " + because).end();
        }
    }

    /** Copies the list. */
    public AuditList {
        rows = List.copyOf(rows);
    }

    @Override
    public void writeText(TextLines out) {
        if (rows.isEmpty()) {
            out.line("Nothing has been done to keep order yet.");
        }
        rows.forEach(row -> row.writeText(out));
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("audit").addObjects("rows", rows, Row::write);
    }

    static AuditList read(JsonObject in) {
        return new AuditList(in.objects("rows", Row::read));
    }
}
