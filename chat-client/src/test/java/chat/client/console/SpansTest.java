package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
    @ParameterizedTest
    @CsvSource({
        "-1, 0 s",
        "0, 0 s",
        "1, 1 s",
        "4000, 4 s",
        "4001, 5 s",
        "60000, 1 min",
        "75000, 1 min 15 s",
        "7500000, 2 h 5 min"
    })
    void shouldTellALengthOfTime(long millis, String words) {
        assertThat(Spans.words(Duration.ofMillis(millis))).isEqualTo(words);
    }
}
