package chat.server.session;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.room.Traces;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Under which names a session has written, and with which marks, one for each. Written on the session's event loop. Thread-safe. */
final class Authorship {
    /** How many are remembered; the first is the first to go. */
    private static final int MOST = 64;

    private final Session session;
    private final AuthorMarks marks;

    /** Guarded by this. */
    private final Map<Long, UserName> all = new LinkedHashMap<>();

    private volatile long mark;

    Authorship(Session session, AuthorMarks marks) {
        this.session = session;
        this.marks = marks;
    }

    /** The session goes by a name from now on. */
    synchronized void named(UserName name) {
        mark = session.account() == Account.NONE
                ? marks.of(Origin.of(session.out().channel()), name)
                : marks.of(session.account());
        all.remove(mark);
        all.put(mark, name);
        if (all.size() > MOST) {
            Iterator<Long> oldest = all.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** The one under which it writes now. Any thread. */
    long mark() {
        return mark;
    }

    /** All of them; a copy. */
    synchronized Traces traces() {
        return new Traces(all.keySet(), Set.copyOf(all.values()));
    }
}
