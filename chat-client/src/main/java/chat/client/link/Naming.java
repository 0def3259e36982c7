package chat.client.link;

import chat.client.link.LinkState.Dialect;
import chat.common.UserName;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How far one connection has come with the name, and what may be sent so far. On the link's thread. */
final class Naming {
    /** How often a name is asked for again that we had a moment ago: a ghost of ours may still have it. */
    static final int ATTEMPTS = 5;

    private enum Standing {
        COMING,
        UNNAMED,
        NAMED
    }

    private final Identity identity;
    private final Consumer<LinkState> states;
    private final boolean again;
    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(4), new Random());
    private Standing standing = Standing.COMING;
    private long since;

    /**
     * Begins without a name.
     *
     * @param identity the name to have
     * @param states hears how we stand
     */
    Naming(Identity identity, Consumer<LinkState> states) {
        this.identity = identity;
        this.states = states;
        this.again = identity.isEverNamed();
    }

    /** Whether we are not here for the first time. */
    boolean isAgain() {
        return again;
    }

    /** Whether we have no name, and nothing of ours is under way to change that. */
    boolean isUnnamed() {
        return standing == Standing.UNNAMED;
    }

    /** How long we have had a name, at a time in nanoseconds. */
    Duration named(long now) {
        return standing == Standing.NAMED ? Duration.ofNanos(now - since) : Duration.ZERO;
    }

    /** The server has accepted a name; null if it did not say which. */
    void accepted(@Nullable UserName name, Dialect dialect, long now) {
        boolean renamed = standing == Standing.NAMED;
        if (!renamed) {
            since = now;
        }
        standing = Standing.NAMED;
        identity.accepted(name);
        states.accept(new LinkState.Online(name, dialect, again && !renamed));
    }

    /** The server waits for a name, or has refused the one that we asked for in this sentence. */
    void open(@Nullable String refused) {
        standing = Standing.UNNAMED;
        states.accept(new LinkState.Unnamed(refused));
    }

    /**
     * Somebody has the name. If it was ours a moment ago that may well be us, on a connection that nobody misses.
     *
     * @return how long to wait before it is asked for again; null if it should not be
     */
    @Nullable
    Duration taken() {
        return again && backoff.attempts() < ATTEMPTS ? backoff.next() : null;
    }

    /** Whether a line may go out by now. */
    boolean allows(Line line) {
        return switch (standing) {
            case COMING -> false;
            case UNNAMED -> identity.isLeftToLines() || line.isForTheNameless() || line.quits();
            case NAMED -> true;
        };
    }
}
