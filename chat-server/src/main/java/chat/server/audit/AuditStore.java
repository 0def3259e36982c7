package chat.server.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps what was done to keep order: the latest {@value #MOST}. Thread-safe. */
public interface AuditStore {
    /** How much is kept. */
    int MOST = 100_000;

    /**
     * Keeps one thing.
     *
     * @param entry without a number
     * @return with its number, once it is kept; on any thread, what follows must not wait; with a {@link
     *     chat.server.room.NotKeptException} if it cannot be kept
     */
    CompletableFuture<AuditEntry> add(AuditEntry entry);

    /**
     * The latest things.
     *
     * @param count how many at most
     * @return in order
     */
    CompletableFuture<List<AuditEntry>> latest(int count);

    /** Forgets everything when the process ends. */
    static AuditStore inMemory() {
        return new InMemory();
    }

    /** See {@link #inMemory}. */
    final class InMemory implements AuditStore {
        private static final int FEW = 1000;

        private final Deque<AuditEntry> all = new ArrayDeque<>();
        private long last;

        private InMemory() {}

        @Override
        public synchronized CompletableFuture<AuditEntry> add(AuditEntry entry) {
            AuditEntry kept = entry.withId(++last);
            all.addLast(kept);
            if (all.size() > FEW) {
                all.removeFirst();
            }
            return CompletableFuture.completedFuture(kept);
        }

        @Override
        public synchronized CompletableFuture<List<AuditEntry>> latest(int count) {
            return CompletableFuture.completedFuture(
                    all.stream().skip(Math.max(0, all.size() - count)).toList());
        }
    }
}
