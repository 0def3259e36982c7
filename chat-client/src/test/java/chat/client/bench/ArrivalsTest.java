package chat.client.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private final Arrivals arrivals = new Arrivals(new int[] {2, 1}, 3);

    @Test
    void shouldTellWhenTheLastReaderHasAMessage() {
        arrivals.arrived(0, 0, 1);
        assertThat(told()).isEmpty();
        arrivals.arrived(0, 0, 1);
        assertThat(told()).containsExactly("0 up to 1");
        assertThat(told()).isEmpty();
    }

    @Test
    void shouldTellInOrderOnly() {
        arrivals.arrived(0, 0, 2); // one reader has both
        arrivals.arrived(0, 1, 1); // the other one lacks the first
        assertThat(told()).isEmpty();
        arrivals.arrived(0, 0, 1);
        assertThat(told()).containsExactly("0 up to 2");
    }

    @Test
    void shouldKeepSendersApart() {
        arrivals.arrived(1, 0, 1);
        arrivals.arrived(0, 0, 1);
        assertThat(told()).containsExactly("1 up to 1");
    }

    @Test
    void shouldGoRoundItsRing() {
        for (int number = 0; number < 100; number += 3) {
            arrivals.arrived(0, number, 3);
            arrivals.arrived(0, number, 3);
            assertThat(told()).containsExactly("0 up to " + (number + 3));
        }
    }

    private List<String> told() {
        List<String> news = new ArrayList<>();
        arrivals.tell((sender, end) -> news.add(sender + " up to " + end));
        return news;
    }
}
