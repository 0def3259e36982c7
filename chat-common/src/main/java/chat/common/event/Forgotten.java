package chat.common.event;

import java.io.IOException;

/**
 * The answer to {@code /forget me now}: what one has written is gone from this server.
 *
 * @param lines how many lines
 * @param rooms in how many rooms
 * @param messages how many private messages that waited for others
 */
public record Forgotten(long lines, int rooms, int messages) implements Event {
    @Override
    public void writeText(TextLines out) {
        if (lines == 0 && messages == 0) {
            out.line("There is nothing here that the server knows to be yours.");
            return;
        }
        out.add("Removed for good: ");
        if (lines > 0) {
            out.add(lines).add(lines == 1 ? " line in " : " lines in ");
            out.add(rooms).add(rooms == 1 ? " room" : " rooms");
        }
        if (messages > 0) {
            out.add(lines > 0 ? " and " : "").add(messages);
            out.add(messages == 1 ? " private message that nobody has read" : " private messages that nobody has read");
        }
        out.add(". What others have on their screens, and copies of this server's files, are not reached.")
                .end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("forgotten").add("lines", lines).add("rooms", rooms).add("messages", messages);
    }

    static Forgotten read(JsonObject in) {
        return new Forgotten(in.number("lines"), in.count("rooms"), in.count("messages"));
    }
}
