package chat.common.event;

import chat.common.RoomName;
import java.io.IOException;

/**
 * What a room is about.
 *
 * @param room which
 * @param topic its topic, printable; empty for none
 */
public record TopicIs(RoomName room, String topic) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line(topic.isEmpty() ? "There is no topic in " + room + "." : "The topic of " + room + ": " + topic);
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("topic-is").add("room", room).add("topic", topic);
    }

    static TopicIs read(JsonObject in) {
        return new TopicIs(in.room("room"), in.text("topic"));
    }
}
