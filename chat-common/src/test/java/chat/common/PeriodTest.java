package chat.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "30s, PT30S, 30 seconds",
        "90s, PT90S, 90 seconds",
        "1m, PT1M, 1 minute",
        "120m, PT2H, 2 hours",
        "7d, P7D, 7 days",
        "365d, P365D, 365 days"
    })
    void shouldReadAndWriteATime(String text, Duration length, String words) {
        assertThat(Period.parse(text)).contains(length);
        assertThat(Period.words(length.toSeconds())).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1, a second",
        "10, every 10 seconds",
        "60, a minute",
        "3600, an hour",
        "7200, every 2 hours",
        "86400, a day"
    })
    void shouldWriteHowOften(long seconds, String words) {
        assertThat(Period.every(seconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "0s", "m", "-1m", "1.5h", "366d", "99999999999s", "10 m", "1w"})
    void shouldReadNothingElse(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }
}
