package chat.common.event;

import chat.common.RoomName;
import java.io.IOException;

/**
 * The session looks after a room from now on, since whoever did has left.
 *
 * @param room which
 */
public record Owner(RoomName room) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("* You look after " + room + " now: you may /lock and /unlock it.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("owner").add("room", room);
    }

    static Owner read(JsonObject in) {
        return new Owner(in.room("room"));
    }
}
