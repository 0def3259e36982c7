package chat.server.room;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Those who wait before they publish more, since a room is ahead of those who deliver it. Thread-safe. */
final class Waiting {
    private final BooleanSupplier ahead;
    private final List<CompletableFuture<Void>> futures = new ArrayList<>();
    private volatile boolean someone;

    /**
     * Begins with nobody.
     *
     * @param ahead whether there is a reason to wait; any thread
     */
    Waiting(BooleanSupplier ahead) {
        this.ahead = ahead;
    }

    /** Completed when there is no reason to wait. */
    CompletableFuture<Void> untilLevel() {
        if (!ahead.getAsBoolean()) {
            return Journal.READY;
        }
        synchronized (futures) {
            if (!ahead.getAsBoolean()) {
                return Journal.READY;
            }
            CompletableFuture<Void> level = new CompletableFuture<>();
            futures.add(level);
            someone = true;
            return level;
        }
    }

    /** Lets them go if there is no reason any more. */
    void check() {
        if (!someone || ahead.getAsBoolean()) {
            return;
        }
        List<CompletableFuture<Void>> level;
        synchronized (futures) {
            level = List.copyOf(futures);
            futures.clear();
            someone = false;
        }
        level.forEach(future -> future.complete(null));
    }
}
