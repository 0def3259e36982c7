package chat.common.event;

import chat.common.RoomName;
import java.io.IOException;

/**
 * The answer to {@code /lock}: a room is open to those only who are invited or have its key.
 *
 * @param room which
 * @param key the key; the server itself does not know it any more
 */
public record Locked(RoomName room, String key) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("Only whom you invite gets into " + room + " now, and who types /join " + room + " " + key);
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("locked").add("room", room).add("key", key);
    }

    static Locked read(JsonObject in) {
        return new Locked(in.room("room"), in.text("key"));
    }
}
