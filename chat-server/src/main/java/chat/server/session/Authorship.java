package chat.server.session;

import chat.common.UserName;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Under which marks a session has written, one for each of its names. Written on the session's event loop. */
final class Authorship {
    /** How many are remembered; the first is the first to go. */
    private static final int MOST = 64;

    private final Session session;
    private final AuthorMarks marks;
    private final Set<Long> all = new LinkedHashSet<>();
    private volatile long mark;

    Authorship(Session session, AuthorMarks marks) {
        this.session = session;
        this.marks = marks;
    }

    /** The session goes by a name from now on. */
    void named(UserName name) {
        mark = marks.of(Origin.of(session.out().channel()), name);
        all.remove(mark);
        all.add(mark);
        if (all.size() > MOST) {
            Iterator<Long> oldest = all.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** The one under which it writes now. Any thread. */
    long mark() {
        return mark;
    }

    /** All of them; a copy. */
    Set<Long> all() {
        return Set.copyOf(all);
    }
}
