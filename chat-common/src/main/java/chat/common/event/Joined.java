package chat.common.event;

import chat.common.RoomName;
import java.io.IOException;

/**
 * The answer to {@code /join}: the session is in a room, which is its current one from now on.
 *
 * @param room which
 * @param topic what it is about; empty for no topic
 * @param people how many are in it, with this session
 * @param owner whether this session looks after it
 */
public record Joined(RoomName room, String topic, int people, boolean owner) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add("You are in ").add(room.toString());
        if (people > 1) {
            out.add(" with ").add(people - 1L).add(people == 2 ? " other" : " others");
        } else {
            out.add(", and nobody else is yet");
        }
        out.add(". What you type goes there.");
        if (owner) {
            out.add(" You look after it: /lock lets in only whom you invite.");
        }
        if (!topic.isEmpty()) {
            out.add(" The topic: ").add(topic);
        }
        out.end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("joined")
                .add("room", room)
                .add("topic", topic)
                .add("people", people)
                .add("owner", owner);
    }

    static Joined read(JsonObject in) {
        return new Joined(in.room("room"), in.text("topic"), in.count("people"), in.flag("owner"));
    }
}
