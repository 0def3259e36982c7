package chat.server.room;

import chat.common.RoomName;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after a room: those whose accounts do or, if there are none, of those who are here whoever came first. Nobody looks
 * after the lobby. Thread-safe.
 */
final class Ownership {
    private final RoomName room;
    private final RoomSettings settings;
    private final People people;

    Ownership(RoomName room, RoomSettings settings, People people) {
        this.room = room;
        this.settings = settings;
        this.people = people;
    }

    /** See {@link Room#isOwner}. */
    boolean has(Member member) {
        return settings.hasOwners() ? settings.isOwner(member.account()) : isForEldest() && people.isEldest(member);
    }

    /** Somebody has been here longest from now on; null if that has not changed. They are told if it matters. */
    void inherited(@Nullable Member heir) {
        if (heir != null && isForEldest() && !settings.hasOwners()) {
            settings.inherited(heir);
            heir.looksAfter(room);
        }
    }

    /** See {@link Room#demote}. */
    boolean demote(Member member) {
        if (settings.hasOwners() || !has(member)) {
            return false;
        }
        Member heir = people.makeLast(member);
        inherited(heir);
        return heir != null;
    }

    private boolean isForEldest() {
        return !room.equals(RoomName.LOBBY);
    }
}
