package chat.common.event;

import chat.common.RoomName;
import chat.common.UserName;
import java.io.IOException;

/**
 * Somebody does something: {@code -> ann waves}. The arrow tells it from a notice of the server, and from what people say,
 * which begins with a name.
 *
 * @param room where
 * @param from who
 * @param text what, printable
 */
public record Action(RoomName room, UserName from, String text) implements Authored {
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
        out.add("-> ").add(from.toString()).add(" ").add(text).end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("action").add("room", room).add("from", from).add("text", text);
    }

    static Action read(JsonObject in) {
        return new Action(in.room("room"), in.name("from"), in.text("text"));
    }
}
