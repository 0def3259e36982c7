package chat.server.session;

import chat.common.RoomName;
import chat.common.UserName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who has had which name lately, by the mark under which they wrote: in each room within the last hour, and who has given a
 * registered name up. So many of each are known at a time; the oldest is forgotten first. Thread-safe.
 */
final class FormerBearers {
    static final int MOST = 10_000;

    private static final long LATELY_MILLIS = Duration.ofHours(1).toMillis();

    private record Place(RoomName room, UserName name) {}

    private record Bearer(long mark, long atMillis) {}

    private final InstantSource clock;
    private final Map<Place, Bearer> bearers = new LinkedHashMap<>(); // the oldest first
    private final Map<UserName, Bearer> owners = new LinkedHashMap<>(); // the same: those who leave rooms are many more

    /**
     * Begins with nobody.
     *
     * @param clock tells how long ago it was
     */
    FormerBearers(InstantSource clock) {
        this.clock = clock;
    }

    /** Somebody has left a room, or goes by another name there. */
    synchronized void left(RoomName room, UserName name, long mark) {
        remember(bearers, new Place(room, name), mark);
    }

    /** Somebody has given up a registered name. */
    synchronized void gaveUp(UserName name, long mark) {
        remember(owners, name, mark);
    }

    private <K> void remember(Map<K, Bearer> known, K key, long mark) {
        known.remove(key);
        known.put(key, new Bearer(mark, clock.millis()));
        if (known.size() > MOST) {
            Iterator<K> oldestFirst = known.keySet().iterator();
            oldestFirst.next();
            oldestFirst.remove();
        }
    }

    /** Whether those in a room may take somebody for another one. */
    synchronized boolean hadAnother(RoomName room, UserName name, long mark) {
        Bearer here = bearers.get(new Place(room, name));
        if (here != null && clock.millis() - here.atMillis < LATELY_MILLIS) {
            return here.mark != mark;
        }
        Bearer owner = owners.get(name);
        return owner != null && owner.mark != mark;
    }
}
