package chat.common.event;

import chat.common.RoomName;
import chat.common.UserName;
import java.io.IOException;
import java.util.List;

/**
 * Everyone in a room.
 *
 * @param room which
 * @param names sorted without regard to case
 */
public record Users(RoomName room, List<UserName> names) implements Event {
    /** Copies the list, so that the event never changes. */
    public Users {
        names = List.copyOf(names);
    }

    @Override
    public void writeText(TextLines out) {
        String people = names.size() == 1 ? "1 person" : names.size() + " people";
        out.list(people + " in " + room + ":", names);
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("users").add("room", room).addNames("names", names);
    }

    static Users read(JsonObject in) {
        return new Users(in.room("room"), in.names("names"));
    }
}
