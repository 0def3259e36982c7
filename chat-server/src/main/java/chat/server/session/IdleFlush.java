package chat.server.session;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Sends what can wait for a moment, mere confirmations, when an event loop has nothing else to do. At rest that is at
 * once, before the loop sleeps. Under load a confirmation goes out together with the next line for the same session and
 * costs no system call of its own; after {@value #MAX_MILLIS} ms it goes out in any case. One per event loop, on it.
 */
final class IdleFlush {
    /** How long a busy loop may keep a confirmation; nobody notices that little. */
    private static final long MAX_MILLIS = 20;

    private static final long MAX_NANOS = TimeUnit.MILLISECONDS.toNanos(MAX_MILLIS);

    private record Waiting(Outbound out, long deadline) {}

    private final EventLoop loop;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean scheduled;
    private long reads;
    private long readsSeen;

    IdleFlush(EventLoop loop) {
        this.loop = loop;
    }

    /** The loop has read something: it is not idle. */
    void read() {
        reads++;
    }

    /** Something was written that can wait. A connection is added once until its {@link Outbound#sendConfirmations}. */
    void add(Outbound out) {
        waiting.add(new Waiting(out, loop.ticker().nanoTime() + MAX_NANOS));
        if (!scheduled) {
            scheduled = true;
            lookAgain();
        }
    }

    /** A task scheduled for now runs after the loop has looked at its channels once more. */
    private void lookAgain() {
        readsSeen = reads;
        loop.schedule(this::look, 0, TimeUnit.NANOSECONDS);
    }

    private void look() {
        boolean idle = reads == readsSeen;
        long now = loop.ticker().nanoTime();
        try {
            sendDue(idle, now);
        } finally {
            scheduled = !waiting.isEmpty(); // one connection's trouble does not keep the others waiting
            if (scheduled) {
                lookAgain();
            }
        }
    }

    private void sendDue(boolean idle, long now) {
        Waiting first = waiting.peek();
        while (first != null && (idle || first.deadline - now <= 0 || !first.out.hasConfirmations())) {
            waiting.remove();
            first.out.sendConfirmations();
            first = waiting.peek();
        }
    }
}
