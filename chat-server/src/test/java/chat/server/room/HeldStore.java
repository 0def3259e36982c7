package chat.server.room;

import chat.common.RoomName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps drafts in groups, as a store on a disk does: nothing exists before {@link #keep} is called. */
public final class HeldStore implements RoomStore {
    private final MemoryStore store;
    private final Queue<Consumer<@Nullable String>> group = new ArrayDeque<>();

    public HeldStore(InstantSource clock) {
        this.store = new MemoryStore(clock);
    }

    /** How many drafts wait. */
    public int waiting() {
        return group.size();
    }

    /** Keeps all that waits. */
    public void keep() {
        answer(null);
    }

    /** Refuses all that waits. */
    public void refuse(String why) {
        answer(why);
    }

    private void answer(@Nullable String why) {
        for (Consumer<@Nullable String> next = group.poll(); next != null; next = group.poll()) {
            next.accept(why);
        }
    }

    @Override
    public Journal journal(RoomName room, RoomLog log) {
        Journal journal = store.journal(room, log);
        return (draft, receipt) -> group.add(why -> {
            if (why == null) {
                journal.append(draft, receipt);
            } else {
                receipt.refused(draft, why);
            }
        });
    }

    @Override
    public String era() {
        return store.era();
    }

    @Override
    public List<StoredRoom> rooms() {
        return store.rooms();
    }

    @Override
    public History history() {
        return store.history();
    }

    @Override
    public byte[] secret() {
        return store.secret();
    }

    @Override
    public Optional<Duration> keeps() {
        return store.keeps();
    }

    @Override
    public CompletableFuture<Void> remove(Set<Long> marks, Consumer<Removal> removed) {
        return store.remove(marks, removed);
    }

    @Override
    public void keep(RoomName room, RoomState state) {}

    @Override
    public void close() {}
}
