package chat.common.event;

import chat.common.RoomName;
import java.io.IOException;

/**
 * The answer to {@code /unlock}: a room is open to everybody.
 *
 * @param room which
 */
public record Unlocked(RoomName room) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("Everybody may come into " + room + " now.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("unlocked").add("room", room);
    }

    static Unlocked read(JsonObject in) {
        return new Unlocked(in.room("room"));
    }
}
