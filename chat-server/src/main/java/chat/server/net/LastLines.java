package chat.server.net;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What somebody sent right before closing their connection, and faster than it may be taken: it is taken at the same pace
 * as if they had stayed, and then the session ends. On the channel's event loop.
 */
final class LastLines {
    /** How many are kept, which is about as many as a flood is tolerated for; what is more is lost. */
    static final int MOST = 300;

    /** How often it is asked whether the next one may be taken, in milliseconds. */
    private static final long PERIOD_MILLIS = 100;

    private final Queue<String> waiting = new ArrayDeque<>();
    private final EventLoop loop;
    private final BooleanSupplier held;
    private final Consumer<String> take;

    /**
     * Begins without a line.
     *
     * @param held whether the next line has to wait
     * @param take takes a line
     */
    LastLines(EventLoop loop, BooleanSupplier held, Consumer<String> take) {
        this.loop = loop;
        this.held = held;
        this.take = take;
    }

    /** Whether the next line has to queue up here. */
    boolean mustWait() {
        return !waiting.isEmpty() || held.getAsBoolean();
    }

    /** Keeps a line. */
    void add(String line) {
        if (waiting.size() < MOST) {
            waiting.add(line);
        }
    }

    /** Takes all that wait, one after the other, and then runs what comes at the end. */
    void drain(Runnable end) {
        while (!waiting.isEmpty() && !held.getAsBoolean()) {
            take.accept(waiting.remove());
        }
        if (waiting.isEmpty()) {
            end.run();
        } else {
            loop.schedule(() -> drain(end), PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
