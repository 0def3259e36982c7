package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.console.Paragraph.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BellTest {
    private final ManualClock clock = new ManualClock();
    private final Bell bell = new Bell(clock, true);

    private Paragraph said(boolean calls) {
        return Paragraph.said(Kind.SAID, clock.instant(), "ann", "hi", calls);
    }

    @Test
    void shouldRingForWhatCallsThisPersonOnly() {
        assertThat(bell.ringsFor(said(false))).isFalse();
        assertThat(bell.ringsFor(said(true))).isTrue();
    }

    @Test
    void shouldRestForThreeSeconds() {
        assertThat(bell.ringsFor(said(true))).isTrue();
        clock.pass(Duration.ofMillis(2999));
        assertThat(bell.ringsFor(said(true))).isFalse();
        clock.pass(Duration.ofMillis(1));
        assertThat(bell.ringsFor(said(true))).isTrue();
    }

    @Test
    void shouldBeSilentWhenTurnedOff() {
        bell.turn(false);
        assertThat(bell.ringsFor(said(true))).isFalse();
    }

    @Test
    void shouldRingOnceForAnythingWhenNobodyIsThere() {
        bell.turnAway(true);
        clock.pass(Duration.ofMinutes(5));
        assertThat(bell.ringsFor(Paragraph.notice(clock.instant(), "bob joined")))
                .isFalse();
        assertThat(bell.ringsFor(said(false))).isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(bell.ringsFor(said(false))).isFalse();

        bell.keyPressed();
        clock.pass(Duration.ofMinutes(4));
        assertThat(bell.ringsFor(said(false))).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(bell.ringsFor(said(false))).isTrue();
    }
}
