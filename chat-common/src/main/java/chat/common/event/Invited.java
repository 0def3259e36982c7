package chat.common.event;

import chat.common.RoomName;
import chat.common.UserName;
import java.io.IOException;

/**
 * The answer to {@code /invite}: the invitation was delivered.
 *
 * @param room to which room
 * @param to who was invited
 */
public record Invited(RoomName room, UserName to) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("You have invited " + to + " to " + room + ".");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("invited").add("room", room).add("to", to);
    }

    static Invited read(JsonObject in) {
        return new Invited(in.room("room"), in.name("to"));
    }
}
