package chat.server.moderation;

import chat.common.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For how long something is done, and why.
 *
 * @param time how long; empty until it is taken back
 * @param because why, printable; empty if nobody says
 */
public record Terms(Optional<Duration> time, String because) {
    /** Until it is taken back, for no reason that is told. */
    public static final Terms NONE = new Terms(Optional.empty(), "");

    /** The longest reason, in characters. */
    private static final int LONGEST = 200;

    private static final Pattern WORDS = Pattern.compile("(?:for[ \\t]+(\\S+))?[ \\t]*(?:because[ \\t]+(.+))?");

    /**
     * Reads them as people write them.
     *
     * @param words {@code for 2h because spam}, or a part of it
     * @return the terms; empty if these are none
     */
    public static Optional<Terms> parse(String words) {
        Matcher terms = WORDS.matcher(words.strip());
        if (!terms.matches()) {
            return Optional.empty();
        }
        String because = Objects.requireNonNullElse(terms.group(2), "");
        Optional<Duration> time = Optional.ofNullable(terms.group(1)).flatMap(Period::parse);
        boolean readable = time.isPresent() || terms.group(1) == null;
        return readable && because.codePointCount(0, because.length()) <= LONGEST
                ? Optional.of(new Terms(time, because))
                : Optional.empty();
    }

    /** The same, but no longer than that. */
    Terms atMost(Duration most) {
        return time.isPresent() && time.get().compareTo(most) <= 0 ? this : new Terms(Optional.of(most), because);
    }

    /** How long in seconds; 0 until it is taken back. */
    long seconds() {
        return time.map(Duration::toSeconds).orElse(0L);
    }

    Optional<Instant> until(Instant now) {
        return time.map(now::plus);
    }
}
