package chat.common.event;

import chat.common.RoomName;
import java.io.IOException;

/**
 * What was said in a room before somebody came has been shown to them; news follows.
 *
 * @param room which
 */
public record Replayed(RoomName room) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("* That was said before you came.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("replayed").add("room", room);
    }

    static Replayed read(JsonObject in) {
        return new Replayed(in.room("room"));
    }
}
