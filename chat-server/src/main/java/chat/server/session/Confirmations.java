package chat.server.session;

import chat.common.event.Event;
import chat.common.wire.WireFormat;
import org.jspecify.annotations.Nullable;

/** Lines that wait to be sent together with the next one. On the channel's event loop. */
final class Confirmations {
    private @Nullable StringBuilder waiting;
    private boolean queued;

    /** Adds one; whether the connection has to be queued for a moment in which the loop is idle. */
    boolean add(Event event, WireFormat format) {
        StringBuilder lines = waiting;
        if (lines == null) {
            lines = new StringBuilder(32);
            waiting = lines;
        }
        format.append(event, lines);
        boolean first = !queued;
        queued = true;
        return first;
    }

    boolean areWaiting() {
        return waiting != null;
    }

    /** The connection is not in the queue any more. */
    void dequeued() {
        queued = false;
    }

    /** What waits, which others may be appended to; null if nothing does. Nothing waits from then on. */
    @Nullable
    StringBuilder take() {
        StringBuilder lines = waiting;
        waiting = null;
        return lines;
    }
}
