package chat.server.session;

import chat.common.RoomName;
import chat.common.UserName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who has had which name lately, by the mark under which they wrote: in each room within the last hour, and who has given a
 * registered name up. So many are known at a time; the oldest is forgotten first. Thread-safe.
 */
final class FormerBearers {
    static final int MOST = 10_000;

    private static final long LATELY_MILLIS = Duration.ofHours(1).toMillis();

    /** A name in a room; without a room one that was registered. */
    private record Place(@Nullable RoomName room, UserName name) {}

    private record Bearer(long mark, long atMillis) {}

    private final InstantSource clock;
    private final Map<Place, Bearer> bearers = new LinkedHashMap<>(); // the oldest first

    /**
     * Begins with nobody.
     *
     * @param clock tells how long ago it was
     */
    FormerBearers(InstantSource clock) {
        this.clock = clock;
    }

    /** Somebody has left a room, or goes by another name there. */
    void left(RoomName room, UserName name, long mark) {
        remember(new Place(room, name), mark);
    }

    /** Somebody has given up a registered name. */
    void gaveUp(UserName name, long mark) {
        remember(new Place(null, name), mark);
    }

    private synchronized void remember(Place place, long mark) {
        bearers.remove(place);
        bearers.put(place, new Bearer(mark, clock.millis()));
        if (bearers.size() > MOST) {
            Iterator<Place> oldestFirst = bearers.keySet().iterator();
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
        Bearer owner = bearers.get(new Place(null, name));
        return owner != null && owner.mark != mark;
    }
}
