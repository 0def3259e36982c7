package chat.client.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lines that the server has not confirmed yet, in order. One thread. */
final class Unconfirmed {
    /** So long a line may take before it is said to wait. */
    private static final Duration USUAL = Duration.ofMillis(400);

    private final Clock clock;
    private final List<Waiting> lines = new ArrayList<>();

    Unconfirmed(Clock clock) {
        this.clock = clock;
    }

    /** One line; two of the same text are two. */
    static final class Waiting {
        private final String line;
        private final Instant since;

        Waiting(String line, Instant since) {
            this.line = line;
            this.since = since;
        }

        String line() {
            return line;
        }
    }

    Waiting add(String line) {
        Waiting waiting = new Waiting(line, clock.instant());
        lines.add(waiting);
        return waiting;
    }

    void remove(Waiting waiting) {
        lines.remove(waiting);
    }

    int size() {
        return lines.size();
    }

    /**
     * The lines that wait long enough to be shown.
     *
     * @param online whether an answer can be expected soon
     */
    List<String> shown(boolean online) {
        Instant since = clock.instant().minus(USUAL);
        return lines.stream()
                .filter(waiting -> !online || waiting.since.isBefore(since))
                .map(Waiting::line)
                .toList();
    }
}
