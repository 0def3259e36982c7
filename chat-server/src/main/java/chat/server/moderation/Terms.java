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

    /**
     * Says what is wrong with words that are no terms.
     *
     * @param words as with {@link #parse}
     * @return one sentence
     */
    public static String problemWith(String words) {
        Matcher terms = WORDS.matcher(words.strip());
        if (terms.matches()) {
            String time = terms.group(1);
            return time != null && Period.parse(time).isEmpty()
                    ? time + " is no time."
                    : "That reason is too long: " + LONGEST + " characters are the most.";
        }
        String first = words.strip().split("[ \\t]+", 2)[0];
        if (first.equals("for") || first.equals("because")) {
            return first.equals("for") && words.strip().length() > first.length()
                    ? "Behind the time, a reason begins with the word because."
                    : "Behind " + first + (first.equals("for") ? " there is no time." : " there is no reason.");
        }
        return Period.parse(first).isPresent()
                ? "A time begins with the word for."
                : "A reason begins with the word because.";
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
