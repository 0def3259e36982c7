package chat.client.script;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/** Which lines are not confirmed yet, and since when nothing has moved. Thread-safe. */
final class Ledger {
    /** How many lines may be underway: enough to keep a distant server busy, and no burden on this side. */
    static final int MOST = 256;

    private final Deque<Outgoing> open = new ArrayDeque<>();
    private final LongSupplier nanos;
    private final Duration timeout;
    private boolean awaiting = true;
    private long movedAt;

    /**
     * Begins to wait, for the connection first.
     *
     * @param timeout how long nothing may move while something is awaited
     * @param nanos the time
     */
    Ledger(Duration timeout, LongSupplier nanos) {
        this.timeout = timeout;
        this.nanos = nanos;
        this.movedAt = nanos.getAsLong();
    }

    /** A line sets out. Waits while {@value #MOST} are underway. */
    synchronized void begin(Outgoing line) throws InterruptedException {
        while (open.size() >= MOST) {
            wait();
        }
        if (open.isEmpty()) {
            movedAt = nanos.getAsLong();
        }
        open.add(line);
    }

    /** A line has come to its end, whichever. */
    synchronized void end(Outgoing line) {
        open.removeFirstOccurrence(line);
        movedAt = nanos.getAsLong();
        notifyAll();
    }

    /** Something besides lines is awaited from now on, or no longer: the connection, the goodbye. */
    synchronized void await(boolean something) {
        awaiting = something;
        movedAt = nanos.getAsLong();
    }

    /** The lines without a confirmation, in order. */
    synchronized List<Outgoing> open() {
        return List.copyOf(open);
    }

    /** How long from now until something is overdue, in nanoseconds; not positive if it is. The timeout if all is done. */
    synchronized long patience() {
        boolean idle = !awaiting && open.isEmpty();
        return idle ? timeout.toNanos() : timeout.toNanos() - (nanos.getAsLong() - movedAt);
    }
}
