package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappingTest {
    private static String wrap(String text, int columns) {
        return Wrapping.wrap(new AttributedString(text), columns).toString();
    }

    @Test
    void shouldLeaveAloneWhatFits() {
        assertThat(wrap("10:31 ann  hi  there", 20)).isEqualTo("10:31 ann  hi  there");
    }

    @Test
    void shouldBreakBetweenWords() {
        assertThat(wrap("10:31 ann  hello there", 20)).isEqualTo("10:31 ann  hello\n      there");
    }

    @Test
    void shouldCountWideCharactersTwice() {
        assertThat(wrap("10:31 ann  日本語 日本語", 20)).isEqualTo("10:31 ann  日本語\n      日本語");
    }

    @Test
    void shouldLeaveALongWordToTheTerminal() {
        assertThat(wrap("10:31 ann  see " + "x".repeat(50) + " y", 20))
                .isEqualTo("10:31 ann  see\n      " + "x".repeat(50) + " y");
    }

    @Test
    void shouldExpandTabs() {
        assertThat(wrap("10:31 ann  a\tb", 80)).isEqualTo("10:31 ann  a    b");
    }

    @Test
    void shouldIndentTheRowsOfAList() {
        assertThat(wrap("10:31 * Commands:\n  /all  says it to all", 24))
                .isEqualTo("10:31 * Commands:\n        /all  says it to\n          all");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 40, 80})
    void shouldLoseNoWordAndFillNoRowTooFar(int columns) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder("10:31 ann ");
            for (int i = random.nextInt(20); i >= 0; i--) {
                text.append(" ".repeat(1 + random.nextInt(4))).append("é日x".repeat(1 + random.nextInt(3)));
            }
            String wrapped = wrap(text.toString(), columns);
            assertThat(wrapped.replaceAll("\\s+", " "))
                    .as("seed %d", seed)
                    .isEqualTo(text.toString().replaceAll("\\s+", " "));
            assertThat(wrapped.lines()).as("seed %d", seed).allMatch(row -> Cells.of(row) <= columns);
        }
    }

    @Test
    void shouldLeaveItAllToAVeryNarrowTerminal() {
        assertThat(wrap("10:31 ann  hello there", 10)).isEqualTo("10:31 ann  hello there");
    }
}
