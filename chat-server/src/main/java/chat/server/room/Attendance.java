package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Presence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells a room who came, went or changed their name: at once when it has been quiet, else together with everything else
 * of the same second, so that a crowd costs a line and not a screen. Who came and went within that second is not
 * mentioned. Thread-safe.
 */
final class Attendance {
    /** The shortest time between two notices. */
    static final long QUIET_MILLIS = 1000;

    /** Somebody who is here: under which name the room knew them before, if at all. */
    private record Here(@Nullable UserName before, long member) {}

    private final RoomName room;
    private final Timer timer;
    private final Consumer<Draft> publish;

    /** Who came or has a new name, by the name now. Order is that of events. */
    private final Map<UserName, Here> here = new LinkedHashMap<>();

    /** Who left, by the name the room knew, with their member ids. */
    private final Map<UserName, Long> gone = new LinkedHashMap<>();

    private long next = Long.MIN_VALUE;
    private boolean waiting;
    private volatile boolean untold;

    Attendance(RoomName room, Timer timer, Consumer<Draft> publish) {
        this.room = room;
        this.timer = timer;
        this.publish = publish;
    }

    void joined(Member member) {
        synchronized (this) {
            here.put(member.name(), new Here(null, member.id()));
            tellInTime();
        }
    }

    void left(Member member) {
        synchronized (this) {
            Here change = here.remove(member.name());
            UserName known = change == null ? member.name() : change.before();
            if (known != null) {
                gone.put(known, member.id());
            }
            tellInTime();
        }
    }

    void renamed(Member member, UserName before) {
        synchronized (this) {
            Here change = here.remove(before);
            UserName known = change == null ? before : change.before();
            if (known == null || !known.toString().equals(member.name().toString())) {
                here.put(member.name(), new Here(known, member.id()));
            }
            tellInTime();
        }
    }

    /**
     * A notice could not be kept, so nobody was told: it becomes part of the next one, which comes in a while. Must not
     * publish.
     *
     * @param subject whom it was about, if it was about one only
     */
    synchronized void refused(Presence notice, long subject) {
        untold = true;
        notice.joined().forEach(name -> putBack(name, new Here(null, subject)));
        notice.renamed().forEach(rename -> putBack(rename.to(), new Here(rename.from(), subject)));
        notice.left().forEach(name -> gone.put(name, subject));
        if (!waiting) {
            waiting = true;
            next = timer.millis() + QUIET_MILLIS;
            timer.after(QUIET_MILLIS, this::tellLater);
        }
    }

    /** As if what has happened since had happened within the same second. */
    private void putBack(UserName name, Here change) {
        Optional<Map.Entry<UserName, Here>> since = here.entrySet().stream()
                .filter(later -> name.equals(later.getValue().before()))
                .findFirst();
        UserName before = change.before();
        if (since.isPresent()) {
            UserName now = since.get().getKey();
            here.remove(now);
            if (before == null || !before.toString().equals(now.toString())) {
                here.put(now, new Here(before, change.member()));
            }
        } else if (gone.remove(name) == null) {
            here.putIfAbsent(name, change);
        } else if (before != null) {
            gone.put(before, change.member());
        }
    }

    /**
     * Tells what is not told yet about somebody who is about to speak, even within the same second: nobody's words come
     * before the notice that says who they are.
     */
    void beforeWordsOf(Member member) {
        if (!untold) {
            return;
        }
        synchronized (this) {
            if (here.containsKey(member.name()) || gone.containsKey(member.name())) {
                tell();
            }
        }
    }

    /** Called with the lock held, which keeps notices in order; publishing only takes the room's own lock. */
    private void tellInTime() {
        untold = true;
        long now = timer.millis();
        if (now >= next) {
            tell();
        } else if (!waiting) {
            waiting = true;
            timer.after(next - now, this::tellLater);
        }
    }

    private synchronized void tellLater() {
        waiting = false;
        if (timer.millis() >= next) {
            tell();
        } else {
            tellInTime();
        }
    }

    private void tell() {
        untold = false;
        if (here.isEmpty() && gone.isEmpty()) {
            return;
        }
        Draft draft = new Draft(notice(), onlySubject());
        here.clear();
        gone.clear();
        next = timer.millis() + QUIET_MILLIS;
        publish.accept(draft);
    }

    private Presence notice() {
        List<UserName> joined = new ArrayList<>();
        List<Presence.Rename> renamed = new ArrayList<>();
        here.forEach((name, change) -> {
            if (change.before() == null) {
                joined.add(name);
            } else {
                renamed.add(new Presence.Rename(change.before(), name));
            }
        });
        return new Presence(room, joined, List.copyOf(gone.keySet()), renamed);
    }

    /** Who need not be told: the one whom a notice is about, if it is about one only. */
    private long onlySubject() {
        if (here.size() + gone.size() != 1) {
            return Draft.NOBODY;
        }
        return here.isEmpty()
                ? Objects.requireNonNull(gone.values().iterator().next())
                : here.values().iterator().next().member();
    }
}
