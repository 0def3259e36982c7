package chat.server.limit;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something may happen: so many times at once, and as many again as time brings. Written {@code 60+5/s}: sixty
 * at once, plus five a second. Immutable.
 *
 * @param burst how many at once, after a long pause; 1 to 1,000,000
 * @param count how many more in each unit of time; 1 to 1,000,000
 * @param unit which unit: seconds, minutes or hours
 */
public record Rate(int burst, int count, TimeUnit unit) {
    private static final int MOST = 1_000_000;

    /** What a rate is to look like, for messages about those that do not. */
    public static final String FORM = "a burst and a rate, like 60+5/s, 10+6/min or 5+10/h; or none, for no limit";

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})\\+(\\d{1,6})/(s|min|h)");
    private static final Map<String, TimeUnit> UNITS =
            Map.of("s", TimeUnit.SECONDS, "min", TimeUnit.MINUTES, "h", TimeUnit.HOURS);

    /** As often as one likes. */
    public static final Rate UNLIMITED = new Rate(MOST, MOST, TimeUnit.SECONDS);

    /** Checks the values. */
    public Rate {
        if (burst < 1 || burst > MOST || count < 1 || count > MOST) {
            throw new IllegalArgumentException(
                    "a rate of " + burst + "+" + count + " (expected: 1 to " + MOST + " each)");
        }
        if (!UNITS.containsValue(unit)) {
            throw new IllegalArgumentException(unit + " (expected: SECONDS, MINUTES or HOURS)");
        }
    }

    /**
     * Reads a rate.
     *
     * @param text as the class says, or {@code none}
     * @return the rate
     * @throws IllegalArgumentException if it is none; the message says what was expected
     */
    public static Rate parse(String text) {
        if (text.equals("none")) {
            return UNLIMITED;
        }
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text + " (expected: " + FORM + ")");
        }
        int burst = Integer.parseInt(parts.group(1));
        int count = Integer.parseInt(parts.group(2));
        if (burst == 0 || count == 0) {
            throw new IllegalArgumentException(text + " (expected: no zero)");
        }
        return new Rate(burst, count, Objects.requireNonNull(UNITS.get(parts.group(3))));
    }

    /** So many times as often. */
    Rate times(int factor) {
        return new Rate((int) Math.min(MOST, (long) burst * factor), (int) Math.min(MOST, (long) count * factor), unit);
    }

    /** Whether there is a limit at all. */
    public boolean isLimited() {
        return !equals(UNLIMITED);
    }

    /** The time after which one more may happen, in nanoseconds. */
    long intervalNanos() {
        return unit.toNanos(1) / count;
    }

    /** How far use may be ahead of time for one more to be allowed, in nanoseconds. */
    long toleranceNanos() {
        return intervalNanos() * (burst - 1);
    }

    /** The lasting part, in words for a sentence: {@code 5 a second}. */
    public String pace() {
        return switch (unit) {
            case SECONDS -> count + " a second";
            case MINUTES -> count + " a minute";
            default -> count + " an hour";
        };
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        if (!isLimited()) {
            return "none";
        }
        String in = unit == TimeUnit.SECONDS ? "s" : unit == TimeUnit.MINUTES ? "min" : "h";
        return burst + "+" + count + "/" + in;
    }
}
