package chat.client.console;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Presence;
import chat.common.event.Users;
import java.util.List;
import java.util.TreeSet;

/** Who is in the room, as far as the server has told. Thread-safe: the line being typed is completed from it. */
final class Roster {
    private final TreeSet<UserName> names = new TreeSet<>();
    private RoomName room = RoomName.LOBBY;
    private boolean complete;

    /** Everyone is known from here on. */
    synchronized void set(Users users) {
        names.clear();
        names.addAll(users.names());
        room = users.room();
        complete = true;
    }

    synchronized void update(Presence presence) {
        presence.left().forEach(names::remove);
        for (Presence.Rename rename : presence.renamed()) {
            names.remove(rename.from());
            names.add(rename.to());
        }
        names.addAll(presence.joined());
    }

    /** Somebody was heard, so they are here. */
    synchronized void add(UserName name) {
        names.add(name);
    }

    synchronized void remove(UserName name) {
        names.remove(name);
    }

    /** Nobody is known any more. */
    synchronized void forget() {
        names.clear();
        complete = false;
    }

    synchronized List<UserName> names() {
        return List.copyOf(names);
    }

    synchronized RoomName room() {
        return room;
    }

    /** How many are here; -1 if that is not known. */
    synchronized int size() {
        return complete ? names.size() : -1;
    }
}
