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
    private final long lastNanos;
    private Future<?> next;

    private NameDeadline(Session session, Duration timeout) {
        this.session = session;
        this.loop = session.out().channel().eventLoop();
        this.lastNanos = timeout.toNanos() / LAST_PART;
        this.next = loop.schedule(this::warn, timeout.toNanos() - lastNanos, TimeUnit.NANOSECONDS);
        session.out().channel().closeFuture().addListener((ChannelFutureListener) closed -> next.cancel(false));
    }

    /**
     * Begins to count.
     *
     * @param session who has just connected
     * @param timeout how long they have; zero for ever
     */
    public static void begin(Session session, Duration timeout) {
        if (!timeout.isZero()) {
            new NameDeadline(session, timeout);
        }
    }

    private void warn() {
        if (session.stage() == Stage.UNNAMED) {
            long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(lastNanos));
            if (session.out().isWritable()) {
                session.send(new Tip("Please choose a name within " + seconds + (seconds == 1 ? " second" : " seconds")
                        + ", or this connection is closed."));
            }
            next = loop.schedule(this::close, lastNanos, TimeUnit.NANOSECONDS);
        }
    }

    private void close() {
        if (session.stage() == Stage.UNNAMED) {
            session.end(Ending.NO_NAME);
        }
    }
}
