package chat.client.console;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Presence;
import chat.common.event.Users;
import java.util.List;
import java.util.TreeSet;

/**
 * Which rooms there are and who is in the current one, as far as the server has told. Thread-safe: the line being typed is
 * completed from it.
 */
final class Roster {
    private final TreeSet<UserName> names = new TreeSet<>();
    private final TreeSet<RoomName> rooms = new TreeSet<>(List.of(RoomName.LOBBY));
    private RoomName room = RoomName.LOBBY;
    private boolean complete;

    /** Everyone is known from here on, if this is about the current room. */
    synchronized void set(Users users) {
        if (!users.room().equals(room)) {
            return;
        }
        names.clear();
        names.addAll(users.names());
        complete = true;
    }

    /** There is such a room. */
    synchronized void know(RoomName name) {
        rooms.add(name);
    }

    /** All rooms that are known. */
    synchronized List<RoomName> rooms() {
        return List.copyOf(rooms);
    }

    /** We are in another room now, of which nobody is known yet. */
    synchronized void goTo(RoomName current) {
        know(current);
        if (!current.equals(room)) {
            room = current;
            forget();
        }
    }

    synchronized void update(Presence presence) {
        if (!presence.room().equals(room)) {
            return;
        }
        presence.left().forEach(names::remove);
        presence.renamed().forEach(rename -> names.remove(rename.from())); // before any is added: names may be swapped
        presence.renamed().forEach(rename -> names.add(rename.to()));
        names.addAll(presence.joined());
    }

    /** We go by another name, which nobody else tells us. */
    synchronized void rename(UserName from, UserName to) {
        if (names.remove(from)) {
            names.add(to);
        }
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
