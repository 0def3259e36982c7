package chat.server.room;

import chat.common.UserName;
import chat.common.event.Presence;
import chat.common.event.RoomEvent;
import java.util.Set;

/**
 * By what somebody is found in histories.
 *
 * @param marks what they have written carries one of these, see {@link Member#mark}
 * @param names notices of their coming and going tell one of these; a notice has no mark, since it may be about many people
 */
public record Traces(Set<Long> marks, Set<UserName> names) {
    /** Copies the sets, so that nothing changes. */
    public Traces {
        marks = Set.copyOf(marks);
        names = Set.copyOf(names);
    }

    /** Whether they have written something that carries this mark. */
    public boolean wrote(long mark) {
        return marks.contains(mark);
    }

    /** Whether a notice tells of their coming, going, or change of name; false for any other event. */
    public boolean areIn(RoomEvent event) {
        return event instanceof Presence notice && names.stream().anyMatch(name -> Sighting.isIn(notice, name));
    }
}
