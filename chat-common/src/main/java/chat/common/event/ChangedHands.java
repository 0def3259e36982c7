package chat.common.event;

import chat.common.RoomName;
import chat.common.UserName;
import java.io.IOException;

/**
 * Who has come in with a name, or has taken one, may be somebody else than who had it here before.
 *
 * @param room where
 * @param name which
 */
public record ChangedHands(RoomName room, UserName name) implements RoomEvent {
    @Override
    public boolean isMessage() {
        return false;
    }

    @Override
    public int weight() {
        return 192;
    }

    @Override
    public void writeText(TextLines out) {
        out.line("* This may not be the " + name + " who was here before: /whois " + name
                + " tells whether they have logged in.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("changed-hands").add("room", room).add("name", name);
    }

    static ChangedHands read(JsonObject in) {
        return new ChangedHands(in.room("room"), in.name("name"));
    }
}
