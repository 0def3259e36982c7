package chat.common.event;

import chat.common.RoomName;
import chat.common.UserName;
import java.io.IOException;

/**
 * Somebody said something to the room: {@code ann: hello}.
 *
 * @param room where
 * @param from who
 * @param text what, printable
 */
public record Message(RoomName room, UserName from, String text) implements Authored {
    @Override
    public boolean isMessage() {
        return true;
    }

    @Override
    public int weight() {
        return 2 * text.length() + 64;
    }

    @Override
    public void writeText(TextLines out) {
        out.add(from.toString()).add(": ").add(text).end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("message").add("room", room).add("from", from).add("text", text);
    }

    static Message read(JsonObject in) {
        return new Message(in.room("room"), in.name("from"), in.text("text"));
    }
}
