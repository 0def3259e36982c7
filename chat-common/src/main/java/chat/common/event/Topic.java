package chat.common.event;

import chat.common.RoomName;
import chat.common.UserName;
import java.io.IOException;

/**
 * Somebody has said what a room is about: {@code * ann set the topic: lunch}.
 *
 * @param room which
 * @param from who
 * @param text the topic, printable; empty if there is none from now on
 */
public record Topic(RoomName room, UserName from, String text) implements Authored {
    @Override
    public boolean isMessage() {
        return false;
    }

    @Override
    public int weight() {
        return 2 * text.length() + 64;
    }

    @Override
    public void writeText(TextLines out) {
        out.add("* ").add(from.toString());
        out.add(text.isEmpty() ? " took the topic away" : " set the topic: ").add(text);
        out.end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("topic").add("room", room).add("from", from).add("text", text);
    }

    static Topic read(JsonObject in) {
        return new Topic(in.room("room"), in.name("from"), in.text("text"));
    }
}
