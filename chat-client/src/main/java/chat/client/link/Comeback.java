package chat.client.link;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Decides whether and when a link that has lost its connection makes another. Not thread-safe. */
final class Comeback {
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** How long there must be a connection until the next loss counts as the first. */
    private static final Duration STOOD = Duration.ofSeconds(5);

    private final boolean again;
    private final Backoff backoff;
    private int attempt = 1;
    private boolean first = true;

    /**
     * Begins before the first attempt.
     *
     * @param again whether to try again at all
     * @param random for the waits
     */
    Comeback(boolean again, RandomGenerator random) {
        this.again = again;
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
    }

    /** The number of the present attempt, or of the next one, counted from 1 since a connection stood last. */
    int attempt() {
        return attempt;
    }

    /** Whether no connection has ended or failed yet. */
    boolean isFirst() {
        return first;
    }

    /**
     * A connection has ended.
     *
     * @param of which
     * @param ending how
     * @return how long to wait; null if it is over for good
     */
    @Nullable
    Duration after(Conversation of, Ending ending) {
        if (of.online().compareTo(STOOD) >= 0) {
            backoff.reset();
            attempt = 0;
        }
        // a network that wants to be paid for answers at every port in HTTP, too, but hardly at the first attempt only
        boolean wrongPort = first && ending.how() == Ending.How.BROWSERS;
        first = false;
        attempt++;
        // replaced: somebody has our key, and trying again would be a fight without end
        boolean forGood = ending.how() == Ending.How.QUIT
                || ending.how() == Ending.How.REPLACED
                || ending.how() == Ending.How.PUT_OUT
                || ending.how() == Ending.How.STRANGER
                || wrongPort;
        return forGood || !again ? null : backoff.next();
    }
}
