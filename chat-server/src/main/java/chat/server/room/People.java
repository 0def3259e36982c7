package chat.server.room;

import chat.common.UserName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Who is in a room: by name, and in the order in which they came. Thread-safe. */
final class People {
    private final NavigableMap<UserName, Member> byName = new ConcurrentSkipListMap<>();
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Names names;

    /** Guarded by this. */
    private final Set<Member> inOrder = new LinkedHashSet<>();

    private boolean closed;
    private volatile int size;

    /** Who was here after so many changes, as long as nobody comes or goes. */
    private record Names(int change, List<UserName> sorted) {}

    /**
     * What happened when somebody was to go.
     *
     * @param wasHere whether they were here
     * @param heir who has been here longest from now on, if that was the one who went
     */
    record Departure(boolean wasHere, @Nullable Member heir) {}

    /** The names of everyone here, sorted; a snapshot. */
    List<UserName> names() {
        int now = changes.get();
        Names known = names;
        if (known == null || known.change != now) {
            known = new Names(now, List.copyOf(byName.keySet()));
            names = known;
        }
        return known.sorted;
    }

    int size() {
        return size;
    }

    /** Somebody here by their id: under the name they had once, or under another one by now. */
    Optional<Member> find(long id, UserName before) {
        Member same = byName.get(before);
        if (same != null && same.id() == id) {
            return Optional.of(same);
        }
        return byName.values().stream().filter(member -> member.id() == id).findFirst();
    }

    /** Who is here now, in the order in which they came. */
    synchronized List<Member> all() {
        return List.copyOf(inOrder);
    }

    synchronized boolean has(Member member) {
        return inOrder.contains(member);
    }

    /** Who has been here longest; null if nobody is here. */
    synchronized @Nullable Member eldest() {
        return inOrder.isEmpty() ? null : inOrder.iterator().next();
    }

    /** Adds somebody; false if this is closed. */
    synchronized boolean add(Member member) {
        if (closed) {
            return false;
        }
        byName.put(member.name(), member);
        inOrder.add(member);
        changed();
        return true;
    }

    synchronized Departure remove(Member member) {
        if (!byName.remove(member.name(), member)) {
            return new Departure(false, null);
        }
        boolean eldest = eldest() == member;
        inOrder.remove(member);
        changed();
        return new Departure(true, eldest ? eldest() : null);
    }

    synchronized void rename(Member member, UserName before) {
        byName.remove(before, member);
        byName.put(member.name(), member);
        changed();
    }

    /** Lets nobody in any more, if nobody is here. */
    synchronized boolean closeIfEmpty() {
        closed = inOrder.isEmpty();
        return closed;
    }

    private void changed() {
        size = inOrder.size();
        changes.incrementAndGet();
    }
}
