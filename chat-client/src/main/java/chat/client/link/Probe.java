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

    /** How long it may take while the server looks at a password, for which it has a queue; what follows waits. */
    static final Duration PASSWORD_PATIENCE = Duration.ofSeconds(90);

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
    private long patientAt;
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
        patientAt = nanos;
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
     * @param patient whether the server is looking at a password of ours
     * @return what to do; {@link Verdict#ASK} once until it is answered
     */
    Verdict look(long nanos, long wallMillis, @Nullable Long oldest, boolean patient) {
        long ahead = wallAhead(nanos, wallMillis);
        boolean slept = ahead - wallAhead > SLEEP.toMillis();
        wallAhead = ahead;
        if (asked) {
            return !slept && isOverdue(nanos, patient) ? Verdict.DEAD : Verdict.WAIT;
        }
        boolean unanswered = !patient && oldest != null && past(nanos, Math.max(oldest, progressAt), UNANSWERED);
        if (slept || unanswered || past(nanos, heardAt, SILENCE)) {
            asked = true;
            askedAt = nanos;
            return Verdict.ASK;
        }
        return Verdict.WAIT;
    }

    private boolean isOverdue(long nanos, boolean patient) {
        if (patient) {
            patientAt = nanos;
            return past(nanos, askedAt, PASSWORD_PATIENCE);
        }
        long since = Math.max(askedAt, patientAt); // the answer has been on its way only since the one to the password
        return past(nanos, Math.max(since, heardAt), PATIENCE) || past(nanos, since, LONG_PATIENCE);
    }

    private static boolean past(long now, long since, Duration duration) {
        return now - since >= duration.toNanos();
    }
}
