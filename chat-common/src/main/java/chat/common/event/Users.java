package chat.common.event;

import chat.common.RoomName;
import chat.common.UserName;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everyone in a room.
 *
 * @param room which
 * @param names sorted without regard to case
 * @param registered those of them whose owners have logged in; the others are guests
 */
public record Users(RoomName room, List<UserName> names, List<UserName> registered) implements Event {
    /** Behind the name of who has logged in; no name has one. */
    private static final String MARK = "*";

    /**
     * Everyone in a room where there are only guests.
     *
     * @param room see the class
     * @param names see the class
     */
    public Users(RoomName room, List<UserName> names) {
        this(room, names, List.of());
    }

    /** Copies the lists, so that the event never changes. */
    public Users {
        names = List.copyOf(names);
        registered = List.copyOf(registered);
    }

    @Override
    public void writeText(TextLines out) {
        String people = (names.size() == 1 ? "1 person" : names.size() + " people") + " in " + room;
        if (registered.isEmpty()) {
            out.list(people + ":", names);
            return;
        }
        Set<UserName> marked = new HashSet<>(registered);
        out.list(
                people + " (" + MARK + " has logged in):",
                names.stream()
                        .map(name -> marked.contains(name) ? name + MARK : name.toString())
                        .toList());
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("users").add("room", room).addNames("names", names).addNames("registered", registered);
    }

    static Users read(JsonObject in) {
        return new Users(in.room("room"), in.names("names"), in.namesIfAny("registered"));
    }
}
