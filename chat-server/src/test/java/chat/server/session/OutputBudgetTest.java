package chat.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputBudgetTest {
    private static final long MIB = 1 << 20;

    private final OutputBudget budget = new OutputBudget(16 * MIB);

    @Test
    void shouldGiveSmallerSharesTheLessIsLeft() {
        assertThat(shareAt(0)).isEqualTo(64 * 1024);
        assertThat(shareAt(8 * MIB)).isEqualTo(64 * 1024);
        assertThat(shareAt(8 * MIB + 1)).isEqualTo(32 * 1024);
        assertThat(shareAt(13 * MIB)).isEqualTo(16 * 1024);
        assertThat(shareAt(14 * MIB + 1)).isEqualTo(8 * 1024);
        assertThat(shareAt(16 * MIB)).isEqualTo(4 * 1024);
        assertThat(shareAt(20 * MIB)).isEqualTo(4 * 1024);
        assertThat(shareAt(1)).isEqualTo(64 * 1024);
    }

    @Test
    void shouldNeverGiveAwayMoreThanThereIs() {
        int sessions = 0;
        while (budget.level() < 4) {
            budget.add(OutputBudget.share(budget.level()));
            sessions++;
        }
        assertThat(sessions).isGreaterThan(400);
        assertThat(budget.pending()).isLessThanOrEqualTo(16 * MIB);
    }

    @Test
    void shouldGiveLongAnswersWhileMuchIsLeft() {
        assertThat(budget.longestAnswer()).isEqualTo(MIB);
        budget.add(16 * MIB);
        assertThat(budget.longestAnswer()).isEqualTo(4 * 1024);
    }

    @Test
    void shouldGiveEverythingWithoutACeiling() {
        OutputBudget free = new OutputBudget(Long.MAX_VALUE);
        free.add(1L << 40);
        assertThat(free.level()).isZero();
        assertThat(free.longestAnswer()).isGreaterThan(1L << 40);
    }

    private int shareAt(long pending) {
        budget.add(pending - budget.pending());
        return OutputBudget.share(budget.level());
    }
}
