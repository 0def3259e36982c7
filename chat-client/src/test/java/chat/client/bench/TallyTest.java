package chat.client.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Schedule SCHEDULE = new Schedule(0, 10_000_000, 20_000_000);

    private final Tally tally = new Tally();

    @Test
    void shouldCountLatencyFromWhenAMessageWasDue() {
        tally.delivered(7_000_000, 12_000_000, SCHEDULE);
        assertThat(measured().getMaxValue()).isBetween(4_995_000L, 5_005_000L);
    }

    @Test
    void shouldKeepTheWarmUpOutOfTheReport() {
        tally.delivered(0, 9_000_000, SCHEDULE);
        tally.sent(3, false);
        tally.sent(2, true);
        assertThat(measured().getTotalCount()).isZero();
        assertThat(tally.totals().measuredDelivered()).isZero();
        assertThat(tally.totals().delivered()).isEqualTo(1);
        assertThat(tally.totals().sent()).isEqualTo(5);
        assertThat(tally.totals().measuredSent()).isEqualTo(2);
    }

    @Test
    void shouldTimeButNotCountWhatComesAfterTheEnd() {
        tally.delivered(15_000_000, 25_000_000, SCHEDULE);
        assertThat(measured().getTotalCount()).isEqualTo(1);
        assertThat(tally.totals().measuredDelivered()).isZero();
    }

    @Test
    void shouldTakeTimesThatNoHistogramHolds() {
        tally.delivered(0, Long.MAX_VALUE, SCHEDULE);
        tally.delivered(12_000_000, 11_000_000, SCHEDULE);
        assertThat(measured().getTotalCount()).isEqualTo(2);
    }

    @Test
    void shouldShowTheLatestOnce() {
        tally.delivered(0, 9_000_000, SCHEDULE);
        Histogram latest = Tally.coarseHistogram();
        tally.moveLatestTo(latest);
        tally.moveLatestTo(latest);
        assertThat(latest.getTotalCount()).isEqualTo(1);
    }

    private Histogram measured() {
        Histogram sum = Tally.fineHistogram();
        tally.addLatencyTo(sum);
        return sum;
    }
}
