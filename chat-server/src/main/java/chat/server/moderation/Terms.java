package chat.server.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * For how long something is done, and why.
 *
 * @param time how long; empty until it is taken back
 * @param because why, printable; empty if nobody says
 */
public record Terms(Optional<Duration> time, String because) {
    /** Until it is taken back, for no reason that is told. */
    public static final Terms NONE = new Terms(Optional.empty(), "");

    /** How long in seconds; 0 until it is taken back. */
    long seconds() {
        return time.map(Duration::toSeconds).orElse(0L);
    }

    Optional<Instant> until(Instant now) {
        return time.map(now::plus);
    }
}
