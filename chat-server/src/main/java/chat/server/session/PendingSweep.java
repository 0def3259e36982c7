package chat.server.session;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Counts again, every now and then, what waits for the sessions of one event loop for whom something did. While nothing
 * waits for anybody, it sleeps. On the event loop.
 */
final class PendingSweep {
    private static final long PERIOD_MILLIS = 500;

    private final EventLoop loop;
    private final OutputBudget budget;
    private final List<PendingOutput> waiting = new ArrayList<>();
    private boolean scheduled;

    /**
     * Begins with nothing to count.
     *
     * @param budget of all event loops together
     */
    PendingSweep(EventLoop loop, OutputBudget budget) {
        this.loop = loop;
        this.budget = budget;
    }

    OutputBudget budget() {
        return budget;
    }

    /** Something waits for a session for whom nothing did. */
    void add(PendingOutput output) {
        waiting.add(output);
        if (!scheduled) {
            scheduled = true;
            loop.schedule(this::sweep, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void sweep() {
        scheduled = false;
        waiting.removeIf(PendingOutput::isOver);
        if (!waiting.isEmpty()) {
            scheduled = true;
            loop.schedule(this::sweep, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
