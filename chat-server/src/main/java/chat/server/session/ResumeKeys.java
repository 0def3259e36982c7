package chat.server.session;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The keys of all programs: those of live sessions, of which each has one at most, and a bounded number of those whose
 * session has ended, for as long as the program may come back. Thread-safe.
 */
final class ResumeKeys {
    /** How many keys are kept whose session has ended; the first to end is the first to go. */
    static final int MOST_LEFT = 10_000;

    /** How long a key is kept when its session has ended, in milliseconds. */
    static final long KEPT_MILLIS = 15 * 60 * 1000;

    private record Left(ResumeKey key, long untilMillis) {}

    private final InstantSource clock;
    private final Map<String, ResumeKey> held = new HashMap<>();
    private final Map<String, Left> left = new LinkedHashMap<>();

    ResumeKeys(InstantSource clock) {
        this.clock = clock;
    }

    /** A key in somebody's hand, and when all who had it before have let go. */
    record Handover(ResumeKey key, CompletableFuture<Void> vacated) {}

    /**
     * Gives a key to a session, new or with all that is known of it. Another session that has it is ended.
     *
     * @return the key; empty if a later connection has had it
     */
    synchronized Optional<Handover> take(String secret, long connection, Session session) {
        forget();
        ResumeKey key = known(secret);
        Optional<CompletableFuture<Void>> vacated = key.handTo(session, connection);
        if (vacated.isPresent()) {
            left.remove(secret);
            held.put(secret, key);
        }
        return vacated.map(then -> new Handover(key, then));
    }

    private ResumeKey known(String secret) {
        ResumeKey key = held.get(secret);
        if (key != null) {
            return key;
        }
        Left back = left.get(secret);
        return back == null ? new ResumeKey(secret) : back.key;
    }

    /** A session has ended, or has another key now. */
    synchronized void leave(ResumeKey key, Session session) {
        if (key.takeFrom(session)) {
            held.remove(key.secret());
            left.put(key.secret(), new Left(key, clock.millis() + KEPT_MILLIS));
            forget();
        }
    }

    private void forget() {
        long now = clock.millis();
        Iterator<Left> oldest = left.values().iterator();
        while (oldest.hasNext()) {
            if (oldest.next().untilMillis > now && left.size() <= MOST_LEFT) {
                return;
            }
            oldest.remove();
        }
    }

    /** How many keys are known. */
    synchronized int size() {
        return held.size() + left.size();
    }
}
