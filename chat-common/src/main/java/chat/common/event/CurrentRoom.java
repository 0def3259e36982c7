package chat.common.event;

import chat.common.RoomName;
import java.io.IOException;

/**
 * The answer to {@code /room}: where plain text goes.
 *
 * @param room which room
 */
public record CurrentRoom(RoomName room) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("What you type goes to " + room + " now.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("current-room").add("room", room);
    }

    static CurrentRoom read(JsonObject in) {
        return new CurrentRoom(in.room("room"));
    }
}
