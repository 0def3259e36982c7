package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Presence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final Supplier<List<UserName>> present;
    private final Consumer<Draft> publish;

    /** Who came or has a new name, by the name now. Order is that of events. */
    private final Map<UserName, Here> here = new LinkedHashMap<>();

    /** Who left, by the name the room knew, with their member ids. */
    private final Map<UserName, Long> gone = new LinkedHashMap<>();

    /** Who is here for those who have read all notices that were kept. */
    private final Set<UserName> known = new HashSet<>();

    /** How many notices were given away and are neither kept nor refused. */
    private int underway;

    private boolean lost;
    private long next = Long.MIN_VALUE;
    private boolean waiting;
    private volatile boolean untold;

    /**
     * Begins with nobody.
     *
     * @param present everybody who is here
     * @param publish takes notices, and says of each what became of it
     */
    Attendance(RoomName room, Timer timer, Supplier<List<UserName>> present, Consumer<Draft> publish) {
        this.room = room;
        this.timer = timer;
        this.present = present;
        this.publish = publish;
    }

    void joined(Member member) {
        synchronized (this) {
            here.put(member.name(), new Here(null, member.id()));
            tellInTime();
        }
    }

    /** Nobody goes by a name any more; {@code member} did until now. */
    void left(UserName name, Member member) {
        synchronized (this) {
            Here change = here.remove(name);
            UserName known = change == null ? name : change.before();
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

    /** Somebody is here without a notice, since nobody is there to be told. */
    synchronized void alone(Member member) {
        known.add(member.name());
    }

    /** A notice was kept: whoever reads the room knows. In order; must not publish. */
    synchronized void kept(Presence notice) {
        underway--;
        notice.left().forEach(known::remove);
        notice.renamed().forEach(rename -> known.remove(rename.from()));
        notice.renamed().forEach(rename -> known.add(rename.to()));
        known.addAll(notice.joined());
    }

    /** A notice could not be kept, so nobody knows: after a while it is told who is here by then. Must not publish. */
    synchronized void refused() {
        underway--;
        lost = true;
        untold = true;
        next = timer.millis() + QUIET_MILLIS;
        waitForNext();
    }

    private void waitForNext() {
        if (!waiting) {
            waiting = true;
            timer.after(Math.max(1, next - timer.millis()), this::tellLater);
        }
    }

    /** After a loss: what those who read the room have to be told, whatever has happened. */
    private void compare() {
        lost = false;
        here.clear();
        gone.clear();
        Set<UserName> now = new HashSet<>(present.get());
        for (UserName name : now) {
            if (!known.contains(name)) {
                here.put(name, new Here(null, Draft.NOBODY));
            }
        }
        for (UserName name : known) {
            if (!now.contains(name)) {
                gone.put(name, Draft.NOBODY);
            }
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
            if (lost || here.containsKey(member.name()) || gone.containsKey(member.name())) {
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
        } else {
            waitForNext();
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
        if (lost && underway > 0) { // what becomes of those notices has to be known first
            next = timer.millis() + QUIET_MILLIS;
            waitForNext();
            return;
        }
        untold = false;
        if (lost) {
            compare();
        }
        if (here.isEmpty() && gone.isEmpty()) {
            return;
        }
        Draft draft = new Draft(notice(), onlySubject());
        here.clear();
        gone.clear();
        next = timer.millis() + QUIET_MILLIS;
        underway++;
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
