package chat.common.event;

import java.io.IOException;

/**
 * The answer to {@code /forget me now}: what one has written is gone from this server.
 *
 * @param lines how many lines
 * @param rooms in how many rooms
 */
public record Forgotten(long lines, int rooms) implements Event {
    @Override
    public void writeText(TextLines out) {
        if (lines == 0) {
            out.line("There is nothing here that you have written under your name from this address.");
            return;
        }
        out.add("Removed for good: ").add(lines).add(lines == 1 ? " line in " : " lines in ");
        out.add(rooms).add(rooms == 1 ? " room." : " rooms.");
        out.add(" What others have on their screens, and copies of this server's files, are not reached.")
                .end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("forgotten").add("lines", lines).add("rooms", rooms);
    }

    static Forgotten read(JsonObject in) {
        return new Forgotten(in.number("lines"), in.count("rooms"));
    }
}
