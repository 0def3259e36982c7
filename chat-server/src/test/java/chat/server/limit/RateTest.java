package chat.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
    @ParameterizedTest
    @CsvSource({"60+5/s, 5 a second", "10+6/min, 6 a minute", "1+1/h, 1 an hour"})
    void shouldReadWhatItWritesAndSayItInWords(String text, String words) {
        Rate rate = Rate.parse(text);
        assertThat(rate).hasToString(text);
        assertThat(rate.pace()).isEqualTo(words);
        assertThat(rate.isLimited()).isTrue();
    }

    @Test
    void shouldKnowNoLimit() {
        assertThat(Rate.parse("none").isLimited()).isFalse();
        assertThat(Rate.UNLIMITED).hasToString("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5/s", "5+5", "5+5/d", "0+5/s", "5+0/s", "-1+5/s", "5 + 5/s", "9999999+1/s"})
    void shouldSayWhatARateLooksLike(String text) {
        assertThatThrownBy(() -> Rate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: ");
    }
}
