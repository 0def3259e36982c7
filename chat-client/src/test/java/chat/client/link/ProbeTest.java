package chat.client.link;

import static chat.client.link.Probe.Verdict.ASK;
import static chat.client.link.Probe.Verdict.DEAD;
import static chat.client.link.Probe.Verdict.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final long SECOND = 1_000_000_000;

    private final Probe probe = new Probe(0, 0);

    private Probe.Verdict at(double seconds) {
        return at(seconds, null);
    }

    private Probe.Verdict at(double seconds, @Nullable Long oldest) {
        return probe.look((long) (seconds * SECOND), (long) (seconds * 1000), oldest, false);
    }

    @Test
    void shouldAskOnceAfterASilence() {
        assertThat(at(14.9)).isEqualTo(WAIT);
        assertThat(at(15)).isEqualTo(ASK);
        assertThat(at(16)).isEqualTo(WAIT);
        probe.answered(17 * SECOND);
        assertThat(at(31.9)).isEqualTo(WAIT);
        assertThat(at(32)).isEqualTo(ASK);
    }

    @Test
    void shouldLeaveAServerAloneThatTalks() {
        for (int second = 0; second < 100; second += 10) {
            probe.heard(second * SECOND);
            assertThat(at(second + 9)).isEqualTo(WAIT);
        }
    }

    @Test
    void shouldGiveUpWhenNothingComesForTenSeconds() {
        assertThat(at(15)).isEqualTo(ASK);
        assertThat(at(24.9)).isEqualTo(WAIT);
        assertThat(at(25)).isEqualTo(DEAD);
    }

    @Test
    void shouldAskAboutALineWithoutAnAnswerThoughOthersTalk() {
        probe.heard(7 * SECOND);
        assertThat(at(7.9, 3 * SECOND)).isEqualTo(WAIT);
        assertThat(at(8, 3 * SECOND)).isEqualTo(ASK);
    }

    @Test
    void shouldNotAskAboutLinesWhileTheServerWorksItsWayThroughThem() {
        probe.answered(7 * SECOND);
        assertThat(at(8, 0L)).isEqualTo(WAIT);
        assertThat(at(12, 0L)).isEqualTo(ASK);
    }

    @Test
    void shouldWaitLongerForAnAnswerThatMayBeBehindALotThatOthersSay() {
        assertThat(at(8, 3 * SECOND)).isEqualTo(ASK);
        for (int second = 9; second < 38; second++) {
            probe.heard(second * SECOND);
            assertThat(at(second)).isEqualTo(WAIT);
        }
        assertThat(at(38)).isEqualTo(DEAD);
    }

    @Test
    void shouldAskAsSoonAsTheMachineHasSlept() {
        probe.heard(2 * SECOND);
        assertThat(probe.look(3 * SECOND, 3_000 + 6_000, null, false)).isEqualTo(ASK);
        assertThat(probe.look(4 * SECOND, 4_000 + 6_000, null, false)).isEqualTo(WAIT);
        assertThat(probe.look(13 * SECOND, 13_000 + 6_000, null, false)).isEqualTo(DEAD);
    }

    @Test
    void shouldBePatientWhileTheServerLooksAtAPassword() {
        for (int second = 0; second < 15; second++) {
            assertThat(probe.look(second * SECOND, second * 1000L, 0L, true)).isEqualTo(WAIT);
        }
        assertThat(probe.look(15 * SECOND, 15_000, 0L, true)).isEqualTo(ASK);
        for (int second = 16; second < 80; second++) {
            assertThat(probe.look(second * SECOND, second * 1000L, 0L, true)).isEqualTo(WAIT);
        }
        assertThat(at(81)).as("now the answer to the probe is on its way").isEqualTo(WAIT);
        assertThat(at(89)).isEqualTo(DEAD);
    }

    @Test
    void shouldNotBePatientForEver() {
        assertThat(probe.look(15 * SECOND, 15_000, 0L, true)).isEqualTo(ASK);
        assertThat(probe.look(104 * SECOND, 104_000, 0L, true)).isEqualTo(WAIT);
        assertThat(probe.look(105 * SECOND, 105_000, 0L, true)).isEqualTo(DEAD);
    }
}
