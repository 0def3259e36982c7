package chat.server.room;

import java.time.Duration;
import java.util.Optional;

/**
 * Who may write in a room, and how often, as long as the process runs. Immutable.
 *
 * @param slow the time between two messages of one person; zero for as fast as they like
 * @param membersOnly whether only registered people may write: empty for no; else how long somebody must have been here who
 *     is not registered, zero if that does not help
 */
public record HouseRules(Duration slow, Optional<Duration> membersOnly) {
    /** Everybody may write as they like. */
    public static final HouseRules NONE = new HouseRules(Duration.ZERO, Optional.empty());

    /**
     * The same at another speed.
     *
     * @param time see the class
     */
    public HouseRules withSlow(Duration time) {
        return new HouseRules(time, membersOnly);
    }

    /**
     * The same for other people.
     *
     * @param only see the class
     */
    public HouseRules withMembersOnly(Optional<Duration> only) {
        return new HouseRules(slow, only);
    }

    /** Whether everybody may write as they like. */
    public boolean areNone() {
        return slow.isZero() && membersOnly.isEmpty();
    }
}
