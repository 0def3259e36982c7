package chat.server.room;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Who may come into a room once without its key, by their {@linkplain Member#id ids}: the latest ones. Thread-safe. */
final class Invitations {
    /** How many are remembered; the first is the first to go. */
    static final int MOST = 1000;

    private final Set<Long> invited = new LinkedHashSet<>();

    synchronized void add(long member) {
        invited.remove(member);
        invited.add(member);
        if (invited.size() > MOST) {
            Iterator<Long> oldest = invited.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized boolean contains(long member) {
        return invited.contains(member);
    }

    synchronized void remove(long member) {
        invited.remove(member);
    }

    synchronized void remove(Set<Long> members) {
        invited.removeAll(members);
    }

    /** All of them; a copy. */
    synchronized Set<Long> all() {
        return Set.copyOf(invited);
    }
}
