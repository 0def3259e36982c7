package chat.server.room;

import chat.common.event.RoomEvent;
import java.util.concurrent.atomic.AtomicLong;

/** How much of what was published the journal has not answered yet. Thread-safe. */
final class Underway {
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    void published(RoomEvent event) {
        count.incrementAndGet();
        bytes.addAndGet(event.weight());
    }

    void answered(RoomEvent event) {
        count.decrementAndGet();
        bytes.addAndGet(-event.weight());
    }

    /** How many drafts. */
    long count() {
        return count.get();
    }

    /** How many bytes of memory they take, about. */
    long bytes() {
        return bytes.get();
    }
}
