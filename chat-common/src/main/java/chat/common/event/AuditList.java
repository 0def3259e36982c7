package chat.common.event;

import java.io.IOException;
import java.util.List;

/**
 * The answer to {@code /audit}: what was done to keep order, latest last.
 *
 * @param rows each with its time
 */
public record AuditList(List<Row> rows) implements Event {
    /**
     * One thing that was done.
     *
     * @param at when, as people here write times
     * @param by who did it
     * @param from where they came from
     * @param action what: {@code ban}
     * @param whom to whom; empty for everybody
     * @param where {@code this server}, or the name of a room
     * @param because why; empty if they did not say
     */
    public record Row(String at, String by, String from, String action, String whom, String where, String because) {
        private void write(JsonFields out) throws IOException {
            out.add("at", at).add("by", by).add("from", from).add("action", action);
            out.add("whom", whom).add("where", where).add("because", because);
        }

        private static Row read(JsonObject in) {
            return new Row(
                    in.text("at"),
                    in.text("by"),
                    in.text("from"),
                    in.text("action"),
                    in.text("whom"),
                    in.text("where"),
                    in.text("because"));
        }

        private String line() {
            return "[" + at + "] " + by + " (" + from + "): " + action + (whom.isEmpty() ? "" : " " + whom) + " in "
                    + where + (because.isEmpty() ? "" : ": " + because);
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
        rows.forEach(row -> out.line(row.line()));
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("audit").addObjects("rows", rows, Row::write);
    }

    static AuditList read(JsonObject in) {
        return new AuditList(in.objects("rows", Row::read));
    }
}
