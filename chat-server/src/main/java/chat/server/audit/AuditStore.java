package chat.server.audit;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps what was done to keep order: of the whole server and its lobby the latest {@value #MOST}, and of all rooms together the latest
 * {@value #MOST_OF_ROOMS}, so that nobody who makes a room can push out what others did. Thread-safe.
 */
public interface AuditStore {
    /** How much is kept of the whole server. */
    int MOST = 100_000;

    /** How much is kept of rooms. */
    int MOST_OF_ROOMS = 20_000;

    /**
     * Keeps one thing.
     *
     * @param entry without a number
     * @return with its number, once it is kept; on any thread, what follows must not wait; with a {@link
     *     chat.server.room.NotKeptException} if it cannot be kept
     */
    CompletableFuture<AuditEntry> add(AuditEntry entry);

    /**
     * Keeps things together: what is asked for of this store, and of others that are in the same file, is all kept or none
     * of it, even if the process is killed.
     *
     * @param asked asks for it; at once, on this thread
     * @param <T> what it is told
     * @return what {@code asked} returns
     */
    default <T> T together(Supplier<T> asked) {
        return asked.get();
    }

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
        /** How much is kept of each kind. */
        private static final int FEW = 1000;

        private final Deque<AuditEntry> server = new ArrayDeque<>();
        private final Deque<AuditEntry> rooms = new ArrayDeque<>();
        private long last;

        private InMemory() {}

        @Override
        public synchronized CompletableFuture<AuditEntry> add(AuditEntry entry) {
            AuditEntry kept = entry.withId(++last);
            Deque<AuditEntry> all = kept.isOfServer() ? server : rooms;
            all.addLast(kept);
            if (all.size() > FEW) {
                all.removeFirst();
            }
            return CompletableFuture.completedFuture(kept);
        }

        @Override
        public synchronized CompletableFuture<List<AuditEntry>> latest(int count) {
            return CompletableFuture.completedFuture(Stream.concat(server.stream(), rooms.stream())
                    .sorted(Comparator.comparingLong(AuditEntry::id))
                    .skip(Math.max(0, server.size() + rooms.size() - count))
                    .toList());
        }
    }
}
