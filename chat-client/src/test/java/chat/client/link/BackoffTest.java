package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final RandomGenerator NEVER_LESS = () -> 0;

    private static Backoff backoff(RandomGenerator random) {
        return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), random);
    }

    @Test
    void shouldWaitTwiceAsLongEachTimeUpToTheMost() {
        Backoff backoff = backoff(NEVER_LESS);
        for (int millis : new int[] {500, 1000, 2000, 4000, 8000, 16000, 30000, 30000}) {
            assertThat(backoff.next()).isEqualTo(Duration.ofMillis(millis));
        }
        assertThat(backoff.attempts()).isEqualTo(8);
    }

    @Test
    void shouldNeverOverflow() {
        Backoff backoff = backoff(NEVER_LESS);
        for (int i = 0; i < 10_000; i++) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(30));
        }
    }

    @Test
    void shouldTakeUpToAHalfOffAtRandom() {
        Backoff backoff = backoff(new Random(1));
        for (int i = 0; i < 1000; i++) {
            backoff.reset();
            assertThat(backoff.next()).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        }
    }
}
