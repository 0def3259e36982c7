package chat.common.event;

import java.io.IOException;

/**
 * The answer to {@code /search} and {@code /mentions}, behind the lines that were found.
 *
 * @param count how many lines came
 * @param more whether there are more than may come
 */
public record Found(int count, boolean more) implements Event {
    @Override
    public void writeText(TextLines out) {
        if (count == 0) {
            out.line("Nothing was found in your rooms.");
        } else if (more) {
            out.add("These are the latest ").add(count).add("; there are more.").end();
        } else {
            out.add(count).add(count == 1 ? " line" : " lines").add(" found.").end();
        }
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("found").add("count", count).add("more", more);
    }

    static Found read(JsonObject in) {
        return new Found(in.count("count"), in.flag("more"));
    }
}
