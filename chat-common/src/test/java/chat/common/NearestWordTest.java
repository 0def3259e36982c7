package chat.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {
    private static final List<String> WORDS = List.of("private", "all", "allusers", "setname", "cmd", "quit", "exit");

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "quit, quit, 0",
        "quit, '', 4",
        "'', quit, 4",
        "quit, uit, 1",
        "quit, quiet, 1",
        "quit, quip, 1",
        "quit, qiut, 1",
        "quit, exit, 2",
        "abc, cab, 2",
        "kitten, sitting, 3"
    })
    void shouldCountTypingMistakes(String typed, String word, int mistakes) {
        assertThat(NearestWord.mistakes(typed, word)).isEqualTo(mistakes);
        assertThat(NearestWord.mistakes(word, typed)).isEqualTo(mistakes);
    }

    @ParameterizedTest
    @CsvSource({
        "privat, private",
        "setnme, setname",
        "qiut, quit",
        "exot, exit",
        "s, setname",
        "allu, allusers",
        "'', all",
        "zzzzzzzzzz, all"
    })
    void shouldFindWhatWasMeant(String typed, String nearest) {
        assertThat(NearestWord.to(typed, WORDS)).isEqualTo(nearest);
    }

    @Test
    void shouldTakeTheFirstInTheAlphabetOfEquallyNearWords() {
        assertThat(NearestWord.to("x", List.of("c", "b", "a"))).isEqualTo("a");
        assertThat(NearestWord.to("pri", List.of("printer", "private", "pry"))).isEqualTo("printer");
    }

    @Test
    void shouldNotWorkHardForAnEndlessWord() {
        assertThat(NearestWord.to("private" + "x".repeat(1_000_000), WORDS)).isEqualTo("private");
    }
}
