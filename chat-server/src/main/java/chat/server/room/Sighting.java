package chat.server.room;

import chat.common.UserName;
import chat.common.event.Presence;

/** Whether a notice tells of somebody's coming or going. Any thread. */
public final class Sighting {
    private Sighting() {}

    /**
     * Looks for a person.
     *
     * @param entry any
     * @param name who
     * @return whether it is a notice that they came, left, or changed from or to this name
     */
    public static boolean isIn(Entry entry, UserName name) {
        return entry.event() instanceof Presence notice && isIn(notice, name);
    }

    static boolean isIn(Presence notice, UserName name) {
        return notice.left().contains(name)
                || notice.joined().contains(name)
                || notice.renamed().stream()
                        .anyMatch(rename ->
                                rename.from().equals(name) || rename.to().equals(name));
    }
}
