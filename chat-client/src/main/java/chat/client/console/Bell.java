package chat.client.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Decides when the terminal's bell rings. One thread. */
final class Bell {
    private static final Duration REST = Duration.ofSeconds(3);
    private static final Set<Paragraph.Kind> SAID =
            Set.of(Paragraph.Kind.SAID, Paragraph.Kind.DONE, Paragraph.Kind.PRIVATE_FROM);
    private static final Duration AWAY = Duration.ofMinutes(5);

    private final Clock clock;
    private boolean on;
    private boolean awayBell;
    private boolean rangSinceKey;
    private Instant lastKey;
    private Instant nextRing = Instant.MIN;

    Bell(Clock clock, boolean on) {
        this.clock = clock;
        this.on = on;
        this.lastKey = clock.instant();
    }

    void turn(boolean newOn) {
        on = newOn;
    }

    /** Whether anything rings once when no key was pressed for {@link #AWAY}. */
    void turnAway(boolean newAway) {
        awayBell = newAway;
    }

    boolean isOn() {
        return on;
    }

    boolean isAwayOn() {
        return awayBell;
    }

    /** A key was pressed. */
    void keyPressed() {
        lastKey = clock.instant();
        rangSinceKey = false;
    }

    /** Whether to ring for this. */
    boolean ringsFor(Paragraph paragraph) {
        Instant now = clock.instant();
        boolean said = SAID.contains(paragraph.kind()) && !paragraph.isPast();
        boolean away = awayBell && said && !rangSinceKey && !now.isBefore(lastKey.plus(AWAY));
        boolean wanted = (on && paragraph.calls()) || away;
        if (!wanted || now.isBefore(nextRing)) {
            return false;
        }
        nextRing = now.plus(REST);
        rangSinceKey = true;
        return true;
    }
}
