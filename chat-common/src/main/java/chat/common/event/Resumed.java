package chat.common.event;

import java.io.IOException;

/**
 * The answer to {@code /resume}.
 *
 * @param last the greatest number that a line under this key was tagged with and taken; 0 if the key is new here
 */
public record Resumed(long last) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add("Resumed: the last line taken was ").add(last).add(".").end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("resumed").add("last", last);
    }

    static Resumed read(JsonObject in) {
        return new Resumed(in.number("last"));
    }
}
