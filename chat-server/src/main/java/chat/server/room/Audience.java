package chat.server.room;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who hear that a room's log has grown, and how far they have come. Thread-safe. */
final class Audience {
    private final RoomLog log;
    private final Underway underway;
    private final List<Room.Listener> listeners = new CopyOnWriteArrayList<>();
    private final Waiting waiting = new Waiting(this::isAhead);

    /**
     * Begins without a listener.
     *
     * @param log what they take entries from
     * @param underway what comes to it soon
     */
    Audience(RoomLog log, Underway underway) {
        this.log = log;
        this.underway = underway;
    }

    void add(Room.Listener listener) {
        listeners.add(listener);
    }

    void remove(Room.Listener listener) {
        listeners.remove(listener);
        movedOn();
    }

    /** In the log's order. */
    void news() {
        for (Room.Listener listener : listeners) {
            listener.news();
        }
    }

    /** Completed when the slowest of them has come far enough for more. */
    CompletableFuture<Void> whenLevel() {
        return waiting.untilLevel();
    }

    /** One of them has, or there is less underway. */
    void movedOn() {
        waiting.check();
    }

    private boolean isAhead() {
        long slowest = log.end();
        for (Room.Listener listener : listeners) {
            slowest = Math.min(slowest, listener.position());
        }
        return log.isCrowdedFrom(slowest, underway);
    }
}
