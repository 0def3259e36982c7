package chat.client.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceCheckerTest {
    private final SequenceChecker checker = new SequenceChecker(2);

    @Test
    void shouldFindNothingWrongInOrder() {
        for (int number = 0; number < 1000; number++) {
            assertThat(checker.accept(0, number)).isEqualTo(1);
        }
        checker.end(0, 1000);
        assertFaults(0, 0, 0);
    }

    @Test
    void shouldCountAGapAndSayHowManyNeedNotBeWaitedFor() {
        checker.accept(0, 0);
        assertThat(checker.accept(0, 4)).isEqualTo(4);
        assertFaults(3, 0, 0);
    }

    @Test
    void shouldTakeALateMessageBackFromTheLostOnce() {
        checker.accept(0, 0);
        checker.accept(0, 2);
        assertThat(checker.accept(0, 1)).isEqualTo(SequenceChecker.LATE);
        assertFaults(0, 0, 1);
        assertThat(checker.accept(0, 1)).isEqualTo(SequenceChecker.REPEATED);
        assertFaults(0, 1, 1);
    }

    @Test
    void shouldTellARepetitionBeforeAnyGap() {
        checker.accept(0, 0);
        assertThat(checker.accept(0, 0)).isEqualTo(SequenceChecker.REPEATED);
        assertFaults(0, 1, 0);
    }

    @Test
    void shouldKeepSendersApart() {
        checker.accept(0, 1);
        assertThat(checker.next(1)).isZero();
        assertThat(checker.accept(1, 0)).isEqualTo(1);
        assertFaults(1, 0, 0);
    }

    @Test
    void shouldCountWhatIsMissingAtTheEnd() {
        checker.accept(0, 0);
        checker.end(0, 5);
        checker.end(1, 2);
        assertFaults(6, 0, 0);
    }

    @Test
    void shouldNotCallLostWhatTheServerSaysItSkipped() {
        checker.skipped(3);
        checker.accept(0, 3);
        assertFaults(0, 0, 0);
        assertThat(checker.skipped()).isEqualTo(3);
        checker.accept(0, 5);
        assertFaults(1, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 62, 63, 64, 65, 1000})
    void shouldRememberHolesAsFarBackAsItSays(int gap) {
        checker.accept(0, gap);
        for (int number = 0; number < gap; number++) {
            checker.accept(0, number);
        }
        int remembered = Math.min(gap, SequenceChecker.REMEMBERED - 1);
        assertFaults(gap - remembered, gap - remembered, remembered);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldAgreeWithASetOnShuffledMessages(long seed) {
        Random random = new Random(seed);
        int sent = 0;
        Set<Integer> seen = new HashSet<>();
        int duplicated = 0;
        for (int round = 0; round < 2000; round++) {
            List<Integer> burst = new ArrayList<>();
            for (int i = 0; i < 8; i++, sent++) {
                for (int copies = random.nextInt(20); copies >= 0 && copies != 7; copies -= 19) {
                    burst.add(sent); // sometimes lost, sometimes twice
                }
            }
            Collections.shuffle(burst, random);
            for (int number : burst) {
                checker.accept(0, number);
                duplicated += seen.add(number) ? 0 : 1;
            }
        }
        checker.end(0, sent);
        assertThat(checker.lost()).isEqualTo(sent - seen.size()).isPositive();
        assertThat(checker.duplicated()).isEqualTo(duplicated).isPositive();
        assertThat(checker.reordered()).isPositive();
    }

    private void assertFaults(long lost, long duplicated, long reordered) {
        assertThat(List.of(checker.lost(), checker.duplicated(), checker.reordered()))
                .as("lost, duplicated, reordered")
                .containsExactly(lost, duplicated, reordered);
    }
}
