package chat.common.event;

import java.io.IOException;

/**
 * The answer to {@code /mentions}, behind the lines that named somebody while they were away.
 *
 * @param count how many lines came
 * @param more whether there are more than may come
 * @param since when they were last here, as people read it; empty if they have not been here before
 */
public record Mentioned(int count, boolean more, String since) implements Event {
    @Override
    public void writeText(TextLines out) {
        String away = since.isEmpty() ? " before you came" : " while you were away (since " + since + ")";
        if (count == 0) {
            out.add("Nobody named you")
                    .add(away)
                    .add(". For older lines type /mentions 50")
                    .end();
        } else if (more) {
            out.add("These are the latest ")
                    .add(count)
                    .add(" lines that named you")
                    .add(away);
            out.add(". For more type /mentions 50").end();
        } else {
            out.add(count)
                    .add(count == 1 ? " line" : " lines")
                    .add(" named you")
                    .add(away)
                    .add(".")
                    .end();
        }
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("mentioned").add("count", count).add("more", more).add("since", since);
    }

    static Mentioned read(JsonObject in) {
        return new Mentioned(in.count("count"), in.flag("more"), in.text("since"));
    }
}
