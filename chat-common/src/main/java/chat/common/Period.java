package chat.common;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them, {@code 30s 10m 2h 7d}, and as they read them. Any thread. */
public final class Period {
    /** What is expected, as the end of a sentence. */
    public static final String RULE = "a number and s, m, h or d: 30s, 10m, 2h, 7d, up to 365d";

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,7})([smhd])");

    private Period() {}

    /**
     * Reads one.
     *
     * @param text as {@link #RULE} says
     * @return how long that is, if it is one
     */
    public static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(form.group(1));
        Duration length = switch (form.group(2).charAt(0)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        return length.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(length);
    }

    /**
     * Writes one in the largest unit that says it exactly.
     *
     * @param seconds how long, 1 or more
     * @return for example {@code 2 hours} or {@code 90 seconds}
     */
    public static String words(long seconds) {
        if (seconds % 86_400 == 0) {
            return words(seconds / 86_400, "day");
        }
        if (seconds % 3600 == 0) {
            return words(seconds / 3600, "hour");
        }
        return seconds % 60 == 0 ? words(seconds / 60, "minute") : words(seconds, "second");
    }

    /**
     * Writes how often something may happen.
     *
     * @param seconds the time between, 1 or more
     * @return for example {@code every 2 hours}, or {@code a second} if that is one unit
     */
    public static String every(long seconds) {
        String words = words(seconds);
        if (!words.startsWith("1 ")) {
            return "every " + words;
        }
        return (words.equals("1 hour") ? "an " : "a ") + words.substring(2);
    }

    private static String words(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
