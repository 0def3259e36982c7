package chat.server.limit;

import java.time.Duration;

/**
 * How fast one session may write. Immutable.
 *
 * @param lines how often a line is taken; further ones wait
 * @param patience how long lines may wait without a pause before the session is ended; zero for ever
 * @param names how often the name is changed
 * @param correspondents how often a private message begins a conversation, that is, goes to somebody new
 * @param rooms how often a room is made
 * @param removals how often all that was written is taken back
 * @param failures how often a line may fail before the next ones wait
 */
public record PaceLimits(
        Rate lines, Duration patience, Rate names, Rate correspondents, Rate rooms, Rate removals, Rate failures) {
    private static final PaceLimits DEFAULTS = new PaceLimits(
            Rate.parse("60+5/s"),
            Duration.ofMinutes(10),
            Rate.parse("10+6/min"),
            Rate.parse("20+10/min"),
            Rate.parse("5+5/min"),
            Rate.parse("2+1/min"),
            Rate.parse("40+2/s"));

    /** Checks the values. */
    public PaceLimits {
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience: " + patience + " (expected: zero or more)");
        }
    }

    /** What holds when nobody says otherwise. */
    public static PaceLimits defaults() {
        return DEFAULTS;
    }

    /** No limits. */
    public static PaceLimits none() {
        return new PaceLimits(
                Rate.UNLIMITED,
                Duration.ZERO,
                Rate.UNLIMITED,
                Rate.UNLIMITED,
                Rate.UNLIMITED,
                Rate.UNLIMITED,
                Rate.UNLIMITED);
    }

    /**
     * The same with another rate of lines.
     *
     * @param lines see the class
     * @return a copy
     */
    public PaceLimits withLines(Rate lines) {
        return new PaceLimits(lines, patience, names, correspondents, rooms, removals, failures);
    }

    /**
     * The same with another rate of new rooms.
     *
     * @param rooms see the class
     * @return a copy
     */
    public PaceLimits withRooms(Rate rooms) {
        return new PaceLimits(lines, patience, names, correspondents, rooms, removals, failures);
    }
}
