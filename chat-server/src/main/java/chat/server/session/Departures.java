package chat.server.session;

import chat.common.UserName;
import chat.server.limit.AddressPrefix;
import chat.server.room.Draft;
import chat.server.sanction.Who;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who has left or changed their name within the last hour: whoever comes to disturb is often gone before anybody can type. Of
 * more than {@value #MOST} the earliest are forgotten. Thread-safe.
 */
public final class Departures {
    /** How many are remembered. */
    static final int MOST = 10_000;

    /** For how long. */
    static final Duration KEPT = Duration.ofHours(1);

    /**
     * One of them.
     *
     * @param who they were
     * @param session the number of their session, which is the same for each of its names
     * @param mark of what they wrote, see {@link chat.server.room.Member#mark}
     * @param at when they left
     */
    public record Departure(Who who, long session, long mark, Instant at) {}

    private final InstantSource clock;

    /** Guarded by this; the earliest first. */
    private final Deque<Departure> all = new ArrayDeque<>();

    /** Begins with nobody. */
    Departures(InstantSource clock) {
        this.clock = clock;
    }

    /** Somebody does not go by that any more. */
    synchronized void add(Who who, long session, long mark) {
        Instant now = clock.instant();
        all.addLast(new Departure(who, session, mark, now));
        if (all.size() > MOST) {
            all.removeFirst();
        }
        forget(now);
    }

    private void forget(Instant now) {
        while (!all.isEmpty() && all.peekFirst().at().isBefore(now.minus(KEPT))) {
            all.removeFirst();
        }
    }

    /**
     * Those who went by a name.
     *
     * @param name in any case
     */
    public synchronized List<Departure> of(UserName name) {
        forget(clock.instant());
        return all.stream().filter(one -> one.who().name().equals(name)).toList();
    }

    /**
     * The marks of all that those wrote who went by a name, under their other names, too.
     *
     * @param name in any case
     */
    public synchronized Set<Long> marksOf(UserName name) {
        Set<Long> sessions = of(name).stream().map(Departure::session).collect(Collectors.toSet());
        return all.stream()
                .filter(one -> sessions.contains(one.session()))
                .map(Departure::mark)
                .collect(Collectors.toSet());
    }

    /**
     * Those who came from some addresses, and have written under a name.
     *
     * @param addresses which
     */
    public synchronized List<Departure> from(AddressPrefix addresses) {
        forget(clock.instant());
        return all.stream()
                .filter(one -> one.mark() != Draft.UNMARKED)
                .filter(one -> one.who().address() != null
                        && addresses.contains(one.who().address()))
                .toList();
    }
}
