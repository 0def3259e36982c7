package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellHighlighterTest {
    @Test
    void shouldShowTheSameNumberOfCellsEverywhere() {
        CellHighlighter highlighter = new CellHighlighter();
        String family = "👨\u200d👩\u200d👧 ❤\ufe0f";
        String shown = highlighter.highlight(null, family).toString();
        assertThat(shown).isEqualTo("👨👩👧 ❤");
        assertThat(Cells.of(shown)).isEqualTo(Cells.of(family));
        assertThat(highlighter.highlight(null, "a" + PastedText.LINE_END + "b")).hasToString("a↵b");
    }
}
