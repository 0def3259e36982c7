package chat.server.room;

import chat.common.UserName;
import chat.common.event.Forgotten;
import chat.common.event.Removed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Takes back what people have written, for one of them after the other: it is work for the store. Thread-safe. */
final class Forgetting {
    /** For how many people at a time. */
    static final int MOST = 16;

    /** How many of those places are for operators alone, so that a raid cannot keep them from clearing up. */
    static final int FOR_OPERATORS = 4;

    private final Rooms rooms;
    private final RoomStore store;
    private final AtomicInteger waiting = new AtomicInteger();

    /** Guarded by this. */
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    Forgetting(Rooms rooms, RoomStore store) {
        this.rooms = rooms;
        this.store = store;
    }

    /**
     * Who removes whose words.
     *
     * @param from whose; empty for those of some addresses
     * @param by who
     * @param mark by which the notice is found of who takes back their own, and their words with it
     * @param account the same
     */
    private record Removers(Optional<UserName> from, UserName by, long mark, long account) {}

    /** See {@link Rooms#forget}. */
    Optional<CompletableFuture<Forgotten>> forget(Member by, Traces traces) {
        return forget(
                new Removers(Optional.of(by.name()), by.name(), by.mark(), by.account()), traces, MOST - FOR_OPERATORS);
    }

    /** See {@link Rooms#purge}. */
    Optional<CompletableFuture<Forgotten>> purge(
            Optional<UserName> from, UserName by, boolean operator, Traces traces) {
        int most = operator ? MOST : MOST - FOR_OPERATORS;
        return forget(new Removers(from, by, Draft.UNMARKED, Draft.UNREGISTERED), traces, most);
    }

    private Optional<CompletableFuture<Forgotten>> forget(Removers by, Traces traces, int most) {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            return Optional.empty();
        }
        synchronized (this) {
            CompletableFuture<Forgotten> next =
                    last.handle((done, error) -> remove(by, traces)).thenCompose(forgotten -> forgotten);
            last = next;
            next.whenComplete((done, error) -> waiting.decrementAndGet());
            return Optional.of(next);
        }
    }

    private CompletableFuture<Forgotten> remove(Removers by, Traces traces) {
        AtomicLong lines = new AtomicLong();
        AtomicInteger touched = new AtomicInteger();
        Map<Room, Long> last = new HashMap<>();
        rooms.all().forEach(room -> last.put(room, room.log().end() - 1));
        return store.remove(
                        traces,
                        removal -> rooms.find(removal.room()).ifPresent(room -> {
                            take(removal, room, by, traces);
                            lines.addAndGet(removal.lines());
                            touched.addAndGet(removal.lines() > 0 ? 1 : 0);
                        }))
                .thenApply(done -> {
                    // rooms may remember what the store has let go of as too old
                    last.forEach((room, end) -> room.log().remove(room.name(), traces, end));
                    return new Forgotten(lines.get(), touched.get(), 0);
                });
    }

    /** Takes it from what the room itself remembers, and tells the room. */
    private static void take(Removal removal, Room room, Removers by, Traces traces) {
        room.log().remove(room.name(), traces, removal.last());
        String topic = room.settings().now().topic();
        if (!topic.isEmpty() && removal.topics().contains(topic)) {
            room.settings().setTopic("");
        }
        if (removal.lines() > 0) {
            room.publish(new Draft(told(removal, room, by), Draft.NOBODY, by.mark(), by.account()));
        }
    }

    private static Removed told(Removal removal, Room room, Removers by) {
        return new Removed(
                room.name(),
                by.from(),
                by.by(),
                removal.lines(),
                removal.spans().stream()
                        .map(span -> new Removed.Span(
                                room.ids().of(span.first()), room.ids().of(span.last())))
                        .toList(),
                removal.more());
    }
}
