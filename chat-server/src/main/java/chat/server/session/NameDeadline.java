package chat.server.session;

import chat.common.event.Tip;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sends away who has no name in time, whatever they do meanwhile. On the session's event loop. */
public final class NameDeadline {
    /** When the warning comes: so much of the time is left then. */
    private static final int LAST_PART = 4;

    private final Session session;
    private final EventLoop loop;
    private final long timeoutNanos;
    private final long lastNanos;
    private Future<?> next;

    private NameDeadline(Session session, Duration timeout) {
        this.session = session;
        this.loop = session.out().channel().eventLoop();
        this.timeoutNanos = timeout.toNanos();
        this.lastNanos = timeoutNanos / LAST_PART;
        this.next =
                loop.schedule(this::warn, Math.max(0, timeoutNanos - lastNanos - age(session)), TimeUnit.NANOSECONDS);
        session.out().channel().closeFuture().addListener((ChannelFutureListener) closed -> next.cancel(false));
    }

    /**
     * Begins to count, from the moment when the connection was accepted.
     *
     * @param session who has just connected
     * @param timeout how long they have; zero for ever
     */
    public static void begin(Session session, Duration timeout) {
        if (!timeout.isZero()) {
            new NameDeadline(session, timeout);
        }
    }

    private static long age(Session session) {
        return Arrival.age(session.out().channel());
    }

    private void warn() {
        if (session.stage() == Stage.UNNAMED) {
            long left =
                    Math.min(lastNanos, Math.max(0, timeoutNanos - age(session))); // a handshake may have taken some
            long seconds = Math.max(1, Math.round(left / 1e9));
            if (session.out().isWritable()) {
                session.send(new Tip("Please choose a name within " + seconds + (seconds == 1 ? " second" : " seconds")
                        + ", or this connection is closed."));
            }
            next = loop.schedule(this::close, left, TimeUnit.NANOSECONDS);
        }
    }

    private void close() {
        if (session.stage() == Stage.UNNAMED) {
            session.end(Ending.NO_NAME);
        }
    }
}
