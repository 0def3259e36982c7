package chat.server.moderation;

import chat.common.RoomName;
import chat.common.event.Moderated;
import chat.common.event.Moderated.Action;
import chat.server.audit.Actor;
import chat.server.room.Room;
import java.util.Optional;

/**
 * Where order is kept: in one room or, in the lobby, on the whole server.
 *
 * @param room the room, where everybody reads what is done
 */
public record Place(Room room) {
    /** Whether it is the whole server. */
    public boolean isServer() {
        return room.name().equals(RoomName.LOBBY);
    }

    /** The room's name; empty for the whole server. */
    Optional<RoomName> name() {
        return isServer() ? Optional.empty() : Optional.of(room.name());
    }

    /** The room's name, also of the lobby: what is about the lobby itself, and not the whole server. */
    Optional<RoomName> ofRoom() {
        return Optional.of(room.name());
    }

    /** In words. */
    String words() {
        return isServer() ? "this server" : room.name().toString();
    }

    /** Tells the room. */
    void announce(Action action, String whom, Actor by, Terms terms) {
        room.announce(new Moderated(room.name(), action, whom, by.name(), terms.because(), terms.seconds()));
    }
}
