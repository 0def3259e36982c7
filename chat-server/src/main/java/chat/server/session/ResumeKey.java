package chat.server.session;

import chat.server.room.Room;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A secret of one program, under which it numbers its lines over several connections. */
final class ResumeKey {
    private final String secret;

    /** Only one session counts at a time: the next one begins when this one has ended. */
    private volatile long last;

    private volatile List<Room> rooms = List.of();

    private volatile Set<Long> sanctions = Set.of();
    private long latest;
    private @Nullable Session holder;
    private CompletableFuture<Void> vacated = CompletableFuture.completedFuture(null);

    ResumeKey(String secret) {
        this.secret = secret;
    }

    String secret() {
        return secret;
    }

    /** The greatest number that was taken; 0 at first. Any thread. */
    long last() {
        return last;
    }

    /** A line with a number was taken; numbers only grow. On the event loop of the session that holds the key. */
    void taken(long number) {
        last = Math.max(last, number);
    }

    /** The rooms that the last session to end was in, the current one last; empty if it had no name. Any thread. */
    List<Room> rooms() {
        return rooms;
    }

    /** The numbers of the bans and mutes that have hit the program. Any thread. */
    Set<Long> sanctions() {
        return sanctions;
    }

    /** The session that has the key ends, hit by these bans and mutes, and leaves these rooms. On its event loop. */
    void leaves(List<Room> left, Set<Long> hitBy) {
        rooms = left;
        sanctions = hitBy;
    }

    /**
     * Gives the key to a session, and ends the one that has had it. Under the lock of {@link ResumeKeys}.
     *
     * @return completed when all who have had the key before have ended; empty if this or a later connection has had it
     */
    Optional<CompletableFuture<Void>> handTo(Session next, long connection) {
        if (next != holder && connection <= latest) {
            return Optional.empty();
        }
        latest = connection;
        Session before = holder;
        holder = next;
        if (before != null && before != next) {
            vacated = CompletableFuture.allOf(vacated, before.replace());
        }
        return Optional.of(vacated);
    }

    /** Takes the key from a session; whether it still had it. Under the lock of {@link ResumeKeys}. */
    boolean takeFrom(Session session) {
        if (holder != session) {
            return false;
        }
        holder = null;
        return true;
    }
}
