package chat.server.store;

import chat.common.RoomName;
import chat.server.room.NotKeptException;
import chat.server.room.RoomState;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What rooms are to be like, until it is written: of each room only the last word counts. Any thread. */
final class Wishes {
    /**
     * One of them.
     *
     * @param done when somebody may be told that it is kept
     */
    record Wish(RoomState state, CompletableFuture<Void> done) {}

    private final Map<RoomName, Wish> wishes = new ConcurrentHashMap<>();

    boolean isEmpty() {
        return wishes.isEmpty();
    }

    /** Takes one in the place of what was wished before, which is answered with it. */
    CompletableFuture<Void> add(RoomName room, RoomState state) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Wish before = wishes.put(room, new Wish(state, done));
        if (before != null) {
            done.whenComplete((kept, refusal) -> answer(before, refusal));
        }
        return done;
    }

    private static void answer(Wish wish, @Nullable Throwable refusal) {
        if (refusal == null) {
            wish.done().complete(null);
        } else {
            wish.done().completeExceptionally(refusal);
        }
    }

    /** All that there are; a copy. */
    Map<RoomName, Wish> all() {
        return Map.copyOf(wishes);
    }

    /** Those are written. */
    void kept(Map<RoomName, Wish> written) {
        written.forEach((room, wish) -> {
            wishes.remove(room, wish);
            wish.done().complete(null);
        });
    }

    /** Those could not be written; they are tried again unless somebody wishes for something else. */
    void refused(Map<RoomName, Wish> tried, String why) {
        tried.values().forEach(wish -> wish.done().completeExceptionally(new NotKeptException(why)));
    }
}
