package chat.server.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A secret of one program, under which it numbers its lines over several connections. */
final class ResumeKey {
    private final String secret;

    /** Only one session counts at a time: the next one begins when this one has ended. */
    private volatile long last;

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

    /**
     * Gives the key to a session, and ends the one that has had it. Under the lock of {@link ResumeKeys}.
     *
     * @return completed when all who have had the key before have ended; empty if a later connection has had it
     */
    Optional<CompletableFuture<Void>> handTo(Session next, long connection) {
        if (connection < latest) {
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
