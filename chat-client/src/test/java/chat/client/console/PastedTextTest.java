package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PastedTextTest {
    @Test
    void shouldStayOneLineToEdit() {
        String line = PastedText.oneLine("one\r\ntwo\rthree\n\n\tfour\u001b[0m\n");
        assertThat(line).doesNotContain("\n", "\r", "\t", "\u001b");
        assertThat(PastedText.lines(line)).containsExactly("one", "two", "three", "    four[0m");
    }

    @Test
    void shouldBeOneLineWithoutLineEnds() {
        assertThat(PastedText.lines(PastedText.oneLine("one\n"))).containsExactly("one");
        assertThat(PastedText.oneLine("one\n")).isEqualTo("one");
    }
}
