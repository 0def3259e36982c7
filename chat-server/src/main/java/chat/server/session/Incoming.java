package chat.server.session;

import chat.common.event.Event;
import chat.common.event.Stamp;
import io.netty.channel.EventLoop;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What others offer to a session, on its way there from other event loops, where it stays bounded. Any thread. */
final class Incoming {
    /** How many may be on their way at a time. */
    private static final int MOST = 64;

    private static final CompletableFuture<Boolean> TAKEN = CompletableFuture.completedFuture(true);
    private static final CompletableFuture<Boolean> REFUSED = CompletableFuture.completedFuture(false);

    private final Session session;
    private final InstantSource clock;
    private final AtomicInteger underway = new AtomicInteger();

    /**
     * Makes the way in to a session.
     *
     * @param session whose
     * @param clock dates what programs are told
     */
    Incoming(Session session, InstantSource clock) {
        this.session = session;
        this.clock = clock;
    }

    private record Now(long atMillis) implements Stamp {
        @Override
        public @Nullable String id() {
            return null;
        }
    }

    /** See {@link Session#offer}. */
    CompletableFuture<Boolean> offer(Event event) {
        EventLoop loop = session.out().channel().eventLoop();
        if (loop.inEventLoop()) {
            return take(event) ? TAKEN : REFUSED;
        }
        if (!session.out().isWritable() || !enter()) {
            return REFUSED;
        }
        return CompletableFuture.supplyAsync(() -> take(event), loop)
                .whenComplete((taken, error) -> underway.decrementAndGet());
    }

    private boolean enter() {
        if (underway.incrementAndGet() <= MOST) {
            return true;
        }
        underway.decrementAndGet();
        return false;
    }

    private boolean take(Event event) {
        if (session.stage() == Stage.ENDED) {
            return false;
        }
        Stamp now = session.isProgram() ? new Now(clock.millis()) : null;
        return session.out().offer(event, now);
    }
}
