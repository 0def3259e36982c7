package chat.common.event;

import chat.common.RoomName;
import java.io.IOException;

/**
 * The answer to {@code /leave}.
 *
 * @param room which room the session has left
 * @param current the room that plain text goes to from now on
 */
public record Left(RoomName room, RoomName current) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("You have left " + room + ". What you type goes to " + current + ".");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("left").add("room", room).add("current", current);
    }

    static Left read(JsonObject in) {
        return new Left(in.room("room"), in.room("current"));
    }
}
