package chat.server.room;

import java.util.concurrent.CompletableFuture;

/** Decides order and durability of one room: an entry exists once the journal says so. */
public interface Journal {
    /** What {@link #whenReady} gives as long as nobody has to wait. */
    CompletableFuture<Void> READY = CompletableFuture.completedFuture(null);

    /**
     * Takes a draft. Called under the room's lock, so drafts come one at a time; never waits.
     *
     * @param draft what to keep
     * @param receipt is told once for every draft, in order, what became of it: at once or later, on any thread
     */
    void append(Draft draft, Receipt receipt);

    /**
     * Whether it has more to do than it should. Any thread.
     *
     * @return completed when it takes more without growing, on any thread; what follows must not wait
     */
    default CompletableFuture<Void> whenReady() {
        return READY;
    }
}
