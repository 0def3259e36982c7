package chat.server.session;

import chat.common.event.Tip;
import chat.server.limit.PaceLimits;
import chat.server.limit.TokenBucket;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a session to the rates it may write at. Nothing is dropped: lines that come too fast are taken later, at the pace
 * that is allowed, and until then wait undecoded or in their sender's machine. Only who never pauses for ten minutes, or what
 * the server's operator says instead, is sent away. On the session's event loop, whose clock it looks at once for each read.
 */
public final class Pace {
    /** Whose next line comes no earlier than this after it might, in nanoseconds, had none waiting. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** How much of an answer is as good as a line, in bytes. */
    private static final int LINE_BYTES = 1024;

    /** How long nobody is told the same again, in nanoseconds. */
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Session session;
    private final EventLoop loop;
    private final PaceLimits limits;
    private final boolean limited;
    private final TokenBucket lines;
    private final TokenBucket written;
    private @Nullable TokenBucket names;
    private @Nullable TokenBucket rooms;
    private @Nullable TokenBucket removals;
    private @Nullable Correspondents correspondents;
    private @Nullable TokenBucket failures;
    private long now;
    private boolean stale = true;
    private boolean waiting;
    private boolean slowed;
    private boolean told;
    private long toldAt;
    private long slowedAt;
    private long releasedAt;

    Pace(Session session, EventLoop loop, PaceLimits limits) {
        this.session = session;
        this.loop = loop;
        this.limits = limits;
        this.limited = limits.lines().isLimited() || limits.failures().isLimited();
        this.lines = new TokenBucket(limits.lines(), limited ? now() : 0);
        this.written = new TokenBucket(limits.lines(), limited ? now() : 0);
    }

    private long now() {
        if (stale) {
            now = loop.ticker().nanoTime();
            stale = false;
        }
        return now;
    }

    /** A read is over: the clock has moved on when the next one begins. */
    public void readEnds() {
        stale = true;
    }

    /** A line has been dealt with. If there have been too many, the next one waits. */
    public void lineDone() {
        if (!limited) {
            return;
        }
        if (slowed && !waiting && now() - releasedAt > PAUSE_NANOS) {
            slowed = false;
        }
        lines.take(now());
        written.take(now());
        if (nanosToWait() > 0 && !waiting && session.stage() != Stage.ENDED) {
            slow();
        }
    }

    /** An answer was so long that it counts as further lines. */
    void answered(int bytes) {
        for (int more = bytes / LINE_BYTES; more > 0; more--) {
            lines.take(now());
        }
    }

    /** An answer goes on with so much of what was said before that its reading is as good as a line. */
    void readPages() {
        stale = true; // the store has answered since
        lines.take(now());
        stale = true;
    }

    /** A line has failed, or asked for nothing that could be done. */
    public void failed() {
        if (limits.failures().isLimited()) {
            failures().take(now());
        }
    }

    /** Whether one more failure would cost the session a pause. */
    public boolean hasFailedTooOften() {
        return limits.failures().isLimited() && failures().waitNanos(now()) > 0;
    }

    /** Whether there is any limit on lines. */
    public boolean isLimited() {
        return limited;
    }

    /**
     * Asks to change the name.
     *
     * @return how many seconds the session has to wait before it may; 0 if it may now
     */
    public long secondsToNextName() {
        return names == null || names.waitNanos(now()) <= 0 ? 0 : names.waitSeconds(now());
    }

    /** The name has changed. */
    public void nameChanged() {
        TokenBucket bucket = names == null ? new TokenBucket(limits.names(), now()) : names;
        names = bucket;
        bucket.take(now());
    }

    /**
     * Asks to make a room.
     *
     * @return how many seconds the session has to wait before it may; 0 if it may now
     */
    public long secondsToNextRoom() {
        return rooms == null || rooms.waitNanos(now()) <= 0 ? 0 : rooms.waitSeconds(now());
    }

    /** The session has made a room. */
    public void roomMade() {
        TokenBucket bucket = rooms == null ? new TokenBucket(limits.rooms(), now()) : rooms;
        rooms = bucket;
        bucket.take(now());
    }

    /**
     * Asks to take back all that was written.
     *
     * @return how many seconds the session has to wait before it may; 0 if it may now
     */
    public long secondsToNextRemoval() {
        return removals == null || removals.waitNanos(now()) <= 0 ? 0 : removals.waitSeconds(now());
    }

    /** The session takes back what it has written. */
    public void removalBegins() {
        TokenBucket bucket = removals == null ? new TokenBucket(limits.removals(), now()) : removals;
        removals = bucket;
        bucket.take(now());
    }

    /**
     * Asks to write to somebody, who is new unless the session has written to them lately.
     *
     * @param id whose session
     * @return how many seconds the session has to wait before it may; 0 if it may now
     */
    public long secondsToCorrespondent(long id) {
        if (!limits.correspondents().isLimited()) {
            return 0;
        }
        Correspondents known = correspondents == null
                ? new Correspondents(new TokenBucket(limits.correspondents(), now()))
                : correspondents;
        correspondents = known;
        return known.secondsTo(id, now());
    }

    private TokenBucket failures() {
        TokenBucket bucket = failures == null ? new TokenBucket(limits.failures(), now()) : failures;
        failures = bucket;
        return bucket;
    }

    /** How long the next line has to wait; not positive if it may come now. */
    long nanosToWait() {
        long wait = lines.waitNanos(now());
        return failures == null ? wait : Math.max(wait, failures.waitNanos(now()));
    }

    private void slow() {
        if (!slowed) {
            slowed = true;
            slowedAt = now();
        } else if (!limits.patience().isZero()
                && now() - slowedAt >= limits.patience().toNanos()) {
            session.end(Ending.FLOOD);
            return;
        } else {
            tell();
        }
        waiting = true;
        session.intake().hold();
        loop.schedule(this::goOn, nanosToWait(), TimeUnit.NANOSECONDS);
    }

    /** When a line has really had to wait, and at most once a minute. */
    private void tell() {
        if (!told || now() - toldAt > QUIET_NANOS) {
            told = true;
            toldAt = now();
            session.send(new Tip(reason()));
        }
    }

    private String reason() {
        if (failures != null && failures.waitNanos(now()) > lines.waitNanos(now())) {
            return "Many of your lines cannot be understood: for a while they are taken at "
                    + limits.failures().pace() + ".";
        }
        String pace = limits.lines().pace();
        return written.waitNanos(now()) > 0
                ? "You are writing faster than " + pace + ": your lines wait, and go out at that pace."
                : "Long answers count as several lines: for a while yours wait, and go out at " + pace + ".";
    }

    private void goOn() {
        stale = true;
        if (nanosToWait() > 0) {
            loop.schedule(this::goOn, nanosToWait(), TimeUnit.NANOSECONDS);
            return;
        }
        waiting = false;
        releasedAt = now();
        session.intake().release();
        stale = true;
    }
}
