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
 * @param away those of them who are away and have said so
 */
public record Users(RoomName room, List<UserName> names, List<UserName> registered, List<UserName> away)
        implements Event {
    /** Behind the name of who has logged in; no name has one. */
    private static final String MARK = "*";

    /** Behind the name and mark of who is away; no name has a bracket. */
    private static final String AWAY = " (away)";

    /**
     * Everyone in a room where there are only guests, and nobody is away.
     *
     * @param room see the class
     * @param names see the class
     */
    public Users(RoomName room, List<UserName> names) {
        this(room, names, List.of(), List.of());
    }

    /** Copies the lists, so that the event never changes. */
    public Users {
        names = List.copyOf(names);
        registered = List.copyOf(registered);
        away = List.copyOf(away);
    }

    @Override
    public void writeText(TextLines out) {
        String people = (names.size() == 1 ? "1 person" : names.size() + " people") + " in " + room;
        Set<UserName> marked = new HashSet<>(registered);
        Set<UserName> gone = new HashSet<>(away);
        out.list(
                people + (marked.isEmpty() ? ":" : " (" + MARK + " has logged in):"),
                names.stream()
                        .map(name -> name + (marked.contains(name) ? MARK : "") + (gone.contains(name) ? AWAY : ""))
                        .toList());
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("users")
                .add("room", room)
                .addNames("names", names)
                .addNames("registered", registered)
                .addNames("away", away);
    }

    static Users read(JsonObject in) {
        return new Users(in.room("room"), in.names("names"), in.namesIfAny("registered"), in.namesIfAny("away"));
    }
}
