package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Presence;
import chat.common.event.RoomEvent;
import java.util.Optional;
import java.util.Set;

/**
 * By what somebody is found in histories.
 *
 * @param marks what they have written carries one of these, see {@link Member#mark}
 * @param names notices of their coming and going tell one of these; a notice has no mark, since it may be about many people
 * @param room where alone they are looked for; empty for everywhere
 * @param sinceMillis from when on they are looked for, in milliseconds since the epoch
 */
public record Traces(Set<Long> marks, Set<UserName> names, Optional<RoomName> room, long sinceMillis) {
    /** Copies the sets, so that nothing changes. */
    public Traces {
        marks = Set.copyOf(marks);
        names = Set.copyOf(names);
    }

    /**
     * Traces everywhere, however old.
     *
     * @param marks see the class
     * @param names see the class
     */
    public Traces(Set<Long> marks, Set<UserName> names) {
        this(marks, names, Optional.empty(), Long.MIN_VALUE);
    }

    /**
     * Whether they are looked for in a room at all.
     *
     * @param name which
     */
    public boolean concern(RoomName name) {
        return room.isEmpty() || room.get().equals(name);
    }

    /**
     * Whether they have written an entry of a room that they {@link #concern}.
     *
     * @param mark what it carries
     * @param atMillis when it was written
     */
    public boolean wrote(long mark, long atMillis) {
        return marks.contains(mark) && atMillis >= sinceMillis;
    }

    /** Whether a notice tells of their coming, going, or change of name; false for any other event. */
    public boolean areIn(RoomEvent event) {
        return event instanceof Presence notice && names.stream().anyMatch(name -> Sighting.isIn(notice, name));
    }
}
