package chat.common.event;

import chat.common.RoomName;
import java.io.IOException;

/**
 * A reader was so slow that the room's log moved on past it.
 *
 * @param room which
 * @param messages how many messages it will not see
 */
public record Skipped(RoomName room, long messages) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add("* ")
                .add(messages)
                .add(messages == 1 ? " message" : " messages")
                .add(" skipped")
                .end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("skipped").add("room", room).add("messages", messages);
    }

    static Skipped read(JsonObject in) {
        return new Skipped(in.room("room"), in.number("messages"));
    }
}
