package chat.server.room;

import chat.common.RoomName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A store in memory whose journals are somebody else's idea. */
public final class StoreWith implements RoomStore {
    private final MemoryStore store;
    private final UnaryOperator<Journal> journals;

    public StoreWith(InstantSource clock, UnaryOperator<Journal> journals) {
        this.store = new MemoryStore(clock);
        this.journals = journals;
    }

    @Override
    public Journal journal(RoomName room, RoomLog log) {
        return journals.apply(store.journal(room, log));
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
