package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Authored;
import chat.common.event.Presence;
import chat.common.event.RoomEvent;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what somebody is found in histories.
 *
 * @param marks what they have written carries one of these, see {@link Member#mark}
 * @param authors or it was written under one of these names, whoever that was
 * @param names notices of their coming and going tell one of these; a notice has no mark, since it may be about many people
 * @param room where alone they are looked for; empty for everywhere
 * @param sinceMillis from when on they are looked for, in milliseconds since the epoch
 */
public record Traces(
        Set<Long> marks, Set<UserName> authors, Set<UserName> names, Optional<RoomName> room, long sinceMillis) {
    /** Copies the sets, so that nothing changes. */
    public Traces {
        marks = Set.copyOf(marks);
        authors = Set.copyOf(authors);
        names = Set.copyOf(names);
    }

    /**
     * Traces everywhere, however old.
     *
     * @param marks see the class
     * @param names see the class
     */
    public Traces(Set<Long> marks, Set<UserName> names) {
        this(marks, Set.of(), names, Optional.empty(), Long.MIN_VALUE);
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
     * @param entry which
     */
    public boolean wrote(Entry entry) {
        UserName author = entry.event() instanceof Authored words ? words.from() : null;
        return wrote(entry.mark(), author, entry.atMillis());
    }

    /**
     * The same by what is known of the entry.
     *
     * @param mark what it carries
     * @param author the name under which it was written; null if nobody wrote it
     * @param atMillis when it was written
     */
    public boolean wrote(long mark, @Nullable UserName author, long atMillis) {
        return atMillis >= sinceMillis && (marks.contains(mark) || (author != null && authors.contains(author)));
    }

    /** Whether a notice tells of their coming, going, or change of name; false for any other event. */
    public boolean areIn(RoomEvent event) {
        return event instanceof Presence notice && names.stream().anyMatch(name -> Sighting.isIn(notice, name));
    }
}
