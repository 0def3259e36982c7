package chat.server.sanction;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps what is sanctioned over a restart. Thread-safe. */
public interface SanctionStore {
    /** All that it knew when it was opened, by number. */
    List<Sanction> all();

    /**
     * Keeps one instead of others.
     *
     * @param sanction without a number
     * @param instead the numbers of those that it replaces
     * @return with its number, which no other one ever has, once it is kept; on any thread, what follows must not wait; with
     *     a {@link chat.server.room.NotKeptException} if it cannot be kept
     */
    CompletableFuture<Sanction> add(Sanction sanction, Collection<Long> instead);

    /**
     * Takes some back.
     *
     * @param ids their numbers
     * @return completed as with {@link #add}
     */
    CompletableFuture<Void> remove(Collection<Long> ids);

    /** Forgets everything when the process ends. */
    static SanctionStore inMemory() {
        return new MemorySanctionStore();
    }
}
