package chat.client.link;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides when to ask a server whether it is still there, and when to believe that it is not. A connection that was cut
 * without a word looks like one on which nobody says anything. Not thread-safe.
 */
final class Probe {
    /** How long nothing may be heard. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    /** How long a line may be without its answer. */
    static final Duration UNANSWERED = Duration.ofSeconds(5);

    /** How long the answer may take while nothing else is heard. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How long it may take while other things are: it may be far behind in a slow connection. */
    static final Duration LONG_PATIENCE = Duration.ofSeconds(30);

    /** How much more time has to have passed on the wall than here before the machine must have slept. */
    static final Duration SLEEP = Duration.ofSeconds(5);

    /** How often to look. */
    static final Duration TICK = Duration.ofSeconds(1);

    /** What to do. */
    enum Verdict {
        /** All is well, or the answer may still come. */
        WAIT,
        /** Ask. */
        ASK,
        /** Nobody is there any more. */
        DEAD
    }

    private long heardAt;
    private long progressAt;
    private long askedAt;
    private boolean asked;
    private long wallAhead;

    /**
     * Begins to watch.
     *
     * @param nanos the time
     * @param wallMillis the time on the wall
     */
    Probe(long nanos, long wallMillis) {
        heardAt = nanos;
        progressAt = nanos;
        wallAhead = wallAhead(nanos, wallMillis);
    }

    private static long wallAhead(long nanos, long wallMillis) {
        return wallMillis - nanos / 1_000_000;
    }

    /** Something has come. */
    void heard(long nanos) {
        heardAt = nanos;
    }

    /** Something has come that answers us: what we write does arrive. */
    void answered(long nanos) {
        heardAt = nanos;
        progressAt = nanos;
        asked = false;
    }

    /**
     * Looks at the clocks; each {@link #TICK}.
     *
     * @param nanos the time
     * @param wallMillis the time on the wall
     * @param oldest when the oldest line without an answer was written; null if there is none
     * @return what to do; {@link Verdict#ASK} once until it is answered
     */
    Verdict look(long nanos, long wallMillis, @Nullable Long oldest) {
        long ahead = wallAhead(nanos, wallMillis);
        boolean slept = ahead - wallAhead > SLEEP.toMillis();
        wallAhead = ahead;
        if (asked) {
            boolean dead = slept
                    ? false
                    : past(nanos, Math.max(askedAt, heardAt), PATIENCE) || past(nanos, askedAt, LONG_PATIENCE);
            return dead ? Verdict.DEAD : Verdict.WAIT;
        }
        boolean unanswered = oldest != null && past(nanos, Math.max(oldest, progressAt), UNANSWERED);
        if (slept || unanswered || past(nanos, heardAt, SILENCE)) {
            asked = true;
            askedAt = nanos;
            return Verdict.ASK;
        }
        return Verdict.WAIT;
    }

    private static boolean past(long now, long since, Duration duration) {
        return now - since >= duration.toNanos();
    }
}
