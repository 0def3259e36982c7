package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class StatusRowTest {
    private static final Standing STANDING = new Standing(
            List.of("localhost:8090", "not encrypted", "lobby", "3 people"), List.of("a", "b", "c", "d", "e"), "ann> ");

    private static List<String> rows(Standing standing, int columns) {
        return StatusRow.rows(standing, columns, true).stream()
                .map(AttributedString::toString)
                .toList();
    }

    @Test
    void shouldShowWhatWaitsAndHowThingsStand() {
        assertThat(rows(STANDING, 80))
                .containsExactly(
                        "  ... a (not sent yet)",
                        "  ... b (not sent yet)",
                        "  ... c (not sent yet)",
                        "  ... and 2 more",
                        " localhost:8090 | not encrypted | lobby | 3 people ",
                        "ann> ");
    }

    @Test
    void shouldShowWholePiecesOnly() {
        assertThat(rows(STANDING, 45)).contains(" localhost:8090 | not encrypted | lobby ");
        assertThat(rows(STANDING, 16)).contains(" localhost:8090");
    }

    @Test
    void shouldCutALongLine() {
        Standing standing = new Standing(List.of("x"), List.of("日本語".repeat(20)), "> ");
        assertThat(rows(standing, 40).get(0))
                .endsWith(" (not sent yet)")
                .satisfies(row -> assertThat(Cells.of(row)).isLessThan(40));
    }

    @Test
    void shouldUseNoStyleWhenThereAreNoColours() {
        assertThat(StatusRow.rows(STANDING, 80, false))
                .allMatch(row -> row.toAnsi().equals(row.toString()));
    }
}
