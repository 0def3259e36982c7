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

    private final EventLoop loop;
    private final Queue<Outbound> waiting = new ArrayDeque<>();
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

    /** Something was written that can wait. */
    void add(Outbound out) {
        out.confirmBy(loop.ticker().nanoTime() + MAX_NANOS);
        waiting.add(out);
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
        long now = reads == readsSeen ? Long.MAX_VALUE : loop.ticker().nanoTime();
        for (Outbound out = waiting.peek(); out != null && out.sendConfirmationsDue(now); out = waiting.peek()) {
            waiting.remove();
        }
        scheduled = !waiting.isEmpty();
        if (scheduled) {
            lookAgain();
        }
    }
}
