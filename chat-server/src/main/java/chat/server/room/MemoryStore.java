package chat.server.room;

import chat.common.RoomName;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Forgets everything when the process ends; its history reaches as far back as the rooms' logs do. */
public final class MemoryStore implements RoomStore {
    private final InstantSource clock;
    private final String era;
    private final byte[] secret = new byte[16];
    private final Map<RoomName, RoomLog> logs = new ConcurrentHashMap<>();
    private final History history = new MemoryHistory(logs);

    /**
     * Begins without a room.
     *
     * @param clock dates what is said
     */
    public MemoryStore(InstantSource clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(secret);
        this.era = Long.toString(clock.millis(), Character.MAX_RADIX);
    }

    /** The moment it began: what it keeps ends with the process, and no two processes begin at once. */
    @Override
    public String era() {
        return era;
    }

    @Override
    public List<StoredRoom> rooms() {
        return List.of();
    }

    @Override
    public Journal journal(RoomName room, RoomLog log) {
        logs.put(room, log);
        return new MemoryJournal(clock);
    }

    @Override
    public void forget(RoomName room) {
        logs.remove(room);
    }

    @Override
    public History history() {
        return history;
    }

    /** Whoever needs it has it in memory already. */
    @Override
    public CompletableFuture<Void> keep(RoomName room, RoomState state) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public Optional<Duration> keeps() {
        return Optional.empty();
    }

    @Override
    public CompletableFuture<Void> remove(Traces traces, Consumer<Removal> removed) {
        logs.forEach((room, log) -> removed.accept(log.remove(room, traces, Long.MAX_VALUE)));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}
}
