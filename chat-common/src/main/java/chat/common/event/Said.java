package chat.common.event;

import chat.common.RoomName;
import java.io.IOException;

/**
 * The author's confirmation that a room has taken a message. Plain text shows nothing: a terminal already shows what
 * was typed into it.
 *
 * @param room which
 */
public record Said(RoomName room) implements Event {
    @Override
    public void writeText(TextLines out) {
        // what was typed is on the screen already
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("said").add("room", room);
    }

    static Said read(JsonObject in) {
        return new Said(in.room("room"));
    }
}
