package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.console.Paragraph.Kind;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:31:00Z");

    private final Marks marks = new Marks(ZoneOffset.UTC, Theme.AUTO);

    private AttributedString paint(Kind kind, String who, String text) {
        return marks.paint(Paragraph.said(kind, AT, who, text, false), "bob", 80);
    }

    @Test
    void shouldBeTellableApartWithoutColours() {
        assertThat(paint(Kind.SAID, "ann", "hi")).hasToString("10:31 ann  hi");
        assertThat(paint(Kind.OWN, "bob", "hi")).hasToString("10:31 bob  hi");
        assertThat(paint(Kind.PRIVATE_FROM, "ann", "hi")).hasToString("10:31 ann → you (private): hi");
        assertThat(paint(Kind.PRIVATE_TO, "ann", "hi")).hasToString("10:31 you → ann (private): hi");
        assertThat(paint(Kind.DONE, "ann", "waves")).hasToString("10:31 -> ann waves");
        assertThat(marks.paint(Paragraph.said(Kind.SAID, AT, "ann", "hi", false).in("staff"), "bob", 80))
                .hasToString("10:31 [staff] ann  hi");
        assertThat(paint(Kind.NOTICE, "", "ann joined")).hasToString("10:31 * ann joined");
        assertThat(paint(Kind.FAILURE, "", "no")).hasToString("10:31 ! no");
    }

    @Test
    void shouldMarkOnesOwnName() {
        AttributedString painted = paint(Kind.SAID, "ann", "hi @bob");
        assertThat(painted.styleAt(painted.length() - 1))
                .isEqualTo(AttributedStyle.DEFAULT.bold().inverse());
        assertThat(painted.styleAt(painted.length() - 6)).isEqualTo(AttributedStyle.DEFAULT);
    }

    @Test
    void shouldGiveANameTheSameColourHoweverItIsWritten() {
        assertThat(marks.nameStyle("Ann")).isEqualTo(marks.nameStyle("ann"));
        assertThat(new Marks(ZoneOffset.UTC, Theme.AUTO).nameStyle("ann")).isEqualTo(marks.nameStyle("ANN"));
    }

    @Test
    void shouldSpreadNamesOverTheColours() {
        long colours = java.util.stream.IntStream.range(0, 200)
                .mapToObj(i -> marks.nameStyle("user" + i))
                .distinct()
                .count();
        assertThat(colours).isEqualTo(Theme.AUTO.names().size());
    }

    @Test
    void shouldUseNoColourInMono() {
        Marks mono = new Marks(ZoneOffset.UTC, Theme.MONO);
        AttributedString painted = mono.paint(Paragraph.said(Kind.SAID, AT, "ann", "hi", false), "bob", 80);
        assertThat(painted.toAnsi()).doesNotContain("[38;").doesNotContain("[3");
    }

    @Test
    void shouldNotLetWordsPassForARowOfTheirOwn() {
        String forged = "x".repeat(30) + " ".repeat(200) + "10:31 * Server closed";
        assertThat(paint(Kind.SAID, "eve", forged).toString().lines().skip(1))
                .allMatch(row -> row.startsWith("      "));
    }
}
