package chat.server.room;

import chat.common.UserName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a room: by name, and in the order in which they came. Members with the same name are one person, who is there by
 * several connections. Thread-safe.
 */
final class People {
    private final NavigableMap<UserName, Person> byName = new ConcurrentSkipListMap<>();
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Names names;

    /** Guarded by this. */
    private final Set<Person> inOrder = new LinkedHashSet<>();

    private boolean closed;
    private volatile int size;

    /** All members with one name, in the order in which they came. Changed under the lock of all people. */
    private static final class Person {
        volatile List<Member> members = List.of();

        void add(Member member) {
            List<Member> more = new ArrayList<>(members);
            more.add(member);
            members = List.copyOf(more);
        }

        boolean remove(Member member) {
            List<Member> before = members;
            members = before.stream().filter(other -> other != member).toList();
            return members.size() < before.size();
        }

        boolean has(Member member) {
            return members.contains(member);
        }

        boolean isAway() {
            for (Member member : members) { // no stream: a room may have very many people
                if (member.isAway()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Who was here after so many changes, as long as nobody comes or goes. */
    private record Names(int change, List<UserName> sorted, List<UserName> registered) {}

    /** What became of somebody who wanted to come in. */
    enum Arrival {
        /** They are here now. */
        CAME,
        /** They are here by one more connection. */
        CAME_AGAIN,
        /** Nobody comes in any more. */
        CLOSED
    }

    /**
     * What happened when somebody was to go.
     *
     * @param wasHere whether they were here
     * @param gone whether they are not any more, by no connection
     * @param heir who has been here longest from now on, if that was the one who went
     */
    record Departure(
            boolean wasHere, boolean gone, @Nullable Member heir) {}

    /**
     * What happened when a member got another name.
     *
     * @param gone whether nobody has the name before any more
     * @param came whether nobody had the name now before
     * @param heir who has been here longest from now on, if that was whoever had the name before and has gone
     */
    record Renaming(boolean gone, boolean came, @Nullable Member heir) {}

    /** The names of everyone here, sorted, each once; a snapshot. */
    List<UserName> names() {
        return known().sorted;
    }

    /** Those of the names whose owners have logged in, sorted; a snapshot. */
    List<UserName> registered() {
        return known().registered;
    }

    /** Those of the names who are away, sorted; a snapshot. They may be, or be back, without coming or going. */
    List<UserName> away() {
        List<UserName> away = new ArrayList<>();
        byName.forEach((name, person) -> {
            if (person.isAway()) {
                away.add(name);
            }
        });
        return away;
    }

    private Names known() {
        int now = changes.get();
        Names known = names;
        if (known == null || known.change != now) {
            List<UserName> registered = new ArrayList<>();
            byName.forEach((name, person) -> {
                if (person.members.stream().anyMatch(member -> member.account() != Draft.UNREGISTERED)) {
                    registered.add(name);
                }
            });
            known = new Names(now, List.copyOf(byName.keySet()), List.copyOf(registered));
            names = known;
        }
        return known;
    }

    /** How many persons. */
    int size() {
        return size;
    }

    /** Somebody here by their id: under the name they had once, or under another one by now. */
    Optional<Member> find(long id, UserName before) {
        Person same = byName.get(before);
        Optional<Member> found = same == null ? Optional.empty() : find(id, same);
        return found.isPresent()
                ? found
                : byName.values().stream()
                        .flatMap(person -> find(id, person).stream())
                        .findFirst();
    }

    private static Optional<Member> find(long id, Person person) {
        return person.members.stream().filter(member -> member.id() == id).findFirst();
    }

    /** Who is here now, in the order in which they came. */
    synchronized List<Member> all() {
        return inOrder.stream().flatMap(person -> person.members.stream()).toList();
    }

    synchronized boolean has(Member member) {
        Person person = byName.get(member.name());
        return person != null && person.has(member);
    }

    /** Who has been here longest; null if nobody is here. */
    synchronized @Nullable Member first() {
        return eldest();
    }

    /** Whether somebody has been here longest, by this connection or another. */
    synchronized boolean isEldest(Member member) {
        return !inOrder.isEmpty() && inOrder.iterator().next().has(member);
    }

    /** Somebody counts as having come last from now on; who has been here longest then, null if nobody else is here. */
    synchronized @Nullable Member makeLast(Member member) {
        Person person = byName.get(member.name());
        if (person == null || inOrder.size() < 2 || !inOrder.remove(person)) {
            return null;
        }
        inOrder.add(person);
        return eldest();
    }

    synchronized Arrival add(Member member) {
        if (closed) {
            return Arrival.CLOSED;
        }
        boolean first = enter(member);
        changed();
        return first ? Arrival.CAME : Arrival.CAME_AGAIN;
    }

    private boolean enter(Member member) {
        Person known = byName.get(member.name());
        Person person = known == null ? new Person() : known;
        person.add(member);
        if (known == null) { // only now: others look without the lock
            byName.put(member.name(), person);
            inOrder.add(person);
        }
        return known == null;
    }

    synchronized Departure remove(Member member) {
        Person person = byName.get(member.name());
        if (person == null || !person.has(member)) {
            return new Departure(false, false, null);
        }
        boolean eldest = isEldest(member);
        boolean gone = leave(member, member.name());
        changed();
        return new Departure(true, gone, gone && eldest ? eldest() : null);
    }

    private boolean leave(Member member, UserName name) {
        Person person = byName.get(name);
        if (person == null || !person.remove(member) || !person.members.isEmpty()) {
            return false;
        }
        byName.remove(name);
        inOrder.remove(person);
        return true;
    }

    private @Nullable Member eldest() {
        Iterator<Person> first = inOrder.iterator();
        return first.hasNext() ? first.next().members.get(0) : null;
    }

    /** A member has a new name already. Who is alone under the name before keeps their place. */
    synchronized Renaming rename(Member member, UserName before) {
        Person person = byName.get(before);
        boolean alone = person != null && person.members.equals(List.of(member));
        if (alone && (before.equals(member.name()) || !byName.containsKey(member.name()))) {
            byName.remove(before);
            byName.put(member.name(), person);
            changed();
            return new Renaming(true, true, null);
        }
        boolean eldest = isEldest(member);
        boolean gone = leave(member, before);
        boolean came = enter(member);
        changed();
        return new Renaming(gone, came, gone && eldest ? eldest() : null);
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
