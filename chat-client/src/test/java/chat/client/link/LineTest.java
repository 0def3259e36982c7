package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "hi|/all hi",
                "\"  hi  \"|/all   hi",
                "@bob hi|/all @bob hi",
                "/all hi|/all hi",
                "\" /private bob hi \"|/private bob hi",
                "/|/",
            })
    void shouldMakeACommandOfWhateverWasTyped(String typed, String command) {
        assertThat(Line.of(typed).command()).isEqualTo(command);
        assertThat(Line.of(typed).text()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\r", "/resume 1234567890123456", "/format text", " /FORMAT"})
    void shouldSayWhatCannotBeSent(String typed) {
        assertThat(Line.problemWith(typed)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "/all /format text", "/format json", "/nonsense", "/"})
    void shouldLetTheServerDecideOnEverythingElse(String typed) {
        assertThat(Line.problemWith(typed)).isNull();
    }

    @Test
    void shouldLeaveRoomForTheLongestTag() {
        int most = Limits.MAX_LINE_BYTES - "/all ".length() - "@r12345678901234".length();
        String longest = "ü".repeat(most / 2) + "x".repeat(most % 2);
        assertThat(Line.problemWith(longest)).isNull();
        assertThat(Line.problemWith(longest + "x")).startsWith("it is 1 byte too long");
        assertThat(Line.problemWith(longest + "ü")).startsWith("it is 2 bytes too long");
    }

    @Test
    void shouldKnowWhatMayBeDoneTwice() {
        assertThat(Line.of("hi").isCounted()).isTrue();
        assertThat(Line.of("/msg bob hi").isCounted()).isTrue();
        assertThat(Line.of("/NICK ann").isCounted()).isFalse();
        assertThat(Line.of(" /exit").quits()).isTrue();
    }
}
