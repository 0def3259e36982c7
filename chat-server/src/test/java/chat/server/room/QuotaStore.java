package chat.server.room;

import chat.common.RoomName;
import chat.common.event.Keeping;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store that has no room for anything more whenever a test says so: what a full disk does, on any machine. */
public final class QuotaStore extends ForwardingStore {
    private final List<Consumer<Keeping>> listeners = new ArrayList<>();
    private @Nullable String why;

    public QuotaStore(InstantSource clock) {
        this(new MemoryStore(clock));
    }

    public QuotaStore(RoomStore store) {
        super(store);
    }

    /** Refuses everything from now on; listeners are told. */
    public void refuse(String reason) {
        why = reason;
        listeners.forEach(listener -> listener.accept(new Keeping(false, reason)));
    }

    /** Takes everything again; listeners are told. */
    public void takeAgain() {
        why = null;
        listeners.forEach(listener -> listener.accept(Keeping.AGAIN));
    }

    @Override
    public Journal journal(RoomName room, RoomLog log) {
        Journal journal = super.journal(room, log);
        return (draft, receipt) -> {
            String reason = why;
            if (reason == null) {
                journal.append(draft, receipt);
            } else {
                receipt.refused(draft, reason);
            }
        };
    }

    @Override
    public CompletableFuture<Void> remove(Traces traces, Consumer<Removal> removed) {
        return why == null ? super.remove(traces, removed) : CompletableFuture.failedFuture(new NotKeptException(why));
    }

    @Override
    public CompletableFuture<Void> keep(RoomName room, RoomState state) {
        return why == null ? super.keep(room, state) : CompletableFuture.failedFuture(new NotKeptException(why));
    }

    @Override
    public void listen(Consumer<Keeping> listener) {
        listeners.add(listener);
    }

    @Override
    public Optional<Duration> keeps() {
        return Optional.of(Duration.ofDays(90));
    }
}
