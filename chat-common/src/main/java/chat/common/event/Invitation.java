package chat.common.event;

import chat.common.RoomName;
import chat.common.UserName;
import java.io.IOException;

/**
 * Somebody asks the session into a room.
 *
 * @param room which
 * @param from who asks
 */
public record Invitation(RoomName room, UserName from) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("* " + from + " invites you to " + room + ". To go there, type /join " + room);
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("invitation").add("room", room).add("from", from);
    }

    static Invitation read(JsonObject in) {
        return new Invitation(in.room("room"), in.name("from"));
    }
}
