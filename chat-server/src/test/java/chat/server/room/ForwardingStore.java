package chat.server.room;

import chat.common.RoomName;
import chat.common.event.Keeping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A store that does what another one does, but for what a test changes. */
abstract class ForwardingStore implements RoomStore {
    private final RoomStore store;

    ForwardingStore(RoomStore store) {
        this.store = store;
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
    public Journal journal(RoomName room, RoomLog log) {
        return store.journal(room, log);
    }

    @Override
    public void forget(RoomName room) {
        store.forget(room);
    }

    @Override
    public History history() {
        return store.history();
    }

    @Override
    public CompletableFuture<Void> keep(RoomName room, RoomState state) {
        return store.keep(room, state);
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
    public CompletableFuture<Void> remove(Traces traces, Consumer<Removal> removed) {
        return store.remove(traces, removed);
    }

    @Override
    public void listen(Consumer<Keeping> listener) {
        store.listen(listener);
    }

    @Override
    public void close() {
        store.close();
    }
}
