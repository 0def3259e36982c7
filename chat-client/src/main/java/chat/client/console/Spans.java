package chat.client.console;

import java.time.Duration;

/** Lengths of time in words. */
final class Spans {
    private Spans() {}

    /** {@code 4 s}, {@code 3 min 10 s}, {@code 2 h 5 min}; begun seconds count. */
    static String words(Duration duration) {
        long seconds = Math.max(0, (duration.toMillis() + 999) / 1000);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return pair(seconds / 60, " min", seconds % 60, " s");
        }
        return pair(seconds / 3600, " h", seconds % 3600 / 60, " min");
    }

    private static String pair(long big, String bigUnit, long small, String smallUnit) {
        return big + bigUnit + (small == 0 ? "" : " " + small + smallUnit);
    }
}
