package chat.common.event;

import java.io.IOException;
import java.util.List;

/**
 * The answer to {@code /bans}: who is kept out or from writing.
 *
 * @param where {@code this server}, or the name of a room
 * @param rows who, latest first
 * @param more how many others there are
 */
public record SanctionList(String where, List<Row> rows, int more) implements Event {
    /**
     * One of them.
     *
     * @param number what {@code /unban} takes
     * @param action {@link Moderated.Action#BAN} or {@link Moderated.Action#MUTE}
     * @param whom a name or addresses
     * @param by who did it
     * @param because why; empty if they did not say
     * @param until when it ends, as people here write times; empty if it is taken back only
     */
    public record Row(long number, Moderated.Action action, String whom, String by, String because, String until) {
        private void write(JsonFields out) throws IOException {
            out.add("number", number).add("action", action.wire()).add("whom", whom);
            out.add("by", by).add("because", because).add("until", until);
        }

        private static Row read(JsonObject in) {
            return new Row(
                    in.number("number"),
                    Moderated.Action.of(in.text("action")),
                    in.text("whom"),
                    in.text("by"),
                    in.text("because"),
                    in.text("until"));
        }

        private String line() {
            return "  #" + number + "  " + action.wire() + "  " + whom
                    + (until.isEmpty() ? "" : "  until " + until) + "  by " + by
                    + (because.isEmpty() ? "" : ": " + because);
        }
    }

    /** Copies the list. */
    public SanctionList {
        rows = List.copyOf(rows);
    }

    @Override
    public void writeText(TextLines out) {
        if (rows.isEmpty()) {
            out.line("Nobody is banned or muted in " + where + ".");
            return;
        }
        out.line("Banned or muted in " + where + " (/unban #NUMBER takes one back):");
        rows.forEach(row -> out.line(row.line()));
        if (more > 0) {
            out.add("  and ").add(more).add(" more").end();
        }
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("bans")
                .add("where", where)
                .addObjects("bans", rows, Row::write)
                .add("more", more);
    }

    static SanctionList read(JsonObject in) {
        return new SanctionList(in.text("where"), in.objects("bans", Row::read), in.count("more"));
    }
}
