package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void shouldCountCells() {
        assertThat(Cells.of("abc")).isEqualTo(3);
        assertThat(Cells.of("日本")).isEqualTo(4);
        assertThat(Cells.of("e\u0301")).isEqualTo(1);
        assertThat(Cells.of("🎉")).isEqualTo(2);
    }

    @Test
    void shouldCutBeforeACellTooMany() {
        assertThat(Cells.cut("日本語", 5)).isEqualTo("日本");
        assertThat(Cells.cut("abc", 3)).isEqualTo("abc");
        assertThat(Cells.cut("e\u0301x", 1)).isEqualTo("e\u0301");
    }

    @Test
    void shouldKnowTheRowOfTheCursor() {
        assertThat(Cells.rowBehind("", 10)).isZero();
        assertThat(Cells.rowBehind("123456789", 10)).isZero();
        assertThat(Cells.rowBehind("1234567890", 10)).isEqualTo(1);
        assertThat(Cells.rowBehind("123456789日", 10)).isEqualTo(1);
        assertThat(Cells.rowBehind("1234567890".repeat(3) + "x", 10)).isEqualTo(3);
    }
}
