package chat.common.event;

import java.time.Duration;

/** Tells spans of time as people do. */
final class Span {
    private Span() {}

    /** In the largest unit of which there are two: {@code 30 days}, {@code 47 hours}. */
    static String of(Duration span) {
        if (span.toHours() >= 48) {
            return span.toDays() + " days";
        }
        if (span.toMinutes() >= 120) {
            return span.toHours() + " hours";
        }
        return span.toSeconds() >= 120 ? span.toMinutes() + " minutes" : span.toSeconds() + " seconds";
    }
}
