package chat.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello, world",
                "tab\tstays",
                "Grüße aus Köln",
                "日本語と한국어",
                "שלום עולם",
                "مرحبا بالعالم",
                "क्षत्रिय",
                "\u00a0 and \u200e and \u200f and \u200c",
                ""
            })
    void shouldPassPrintableTextAsTheSameObject(String text) {
        assertThat(PrintableText.clean(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍🏽 and 👩\u200d👩\u200d👧\u200d👦 and 🇩🇪",
                "ﬁ \ue000 \ufffd",
                "\u2027\u2030\u206a",
                "𝒜\udbff\udffd"
            })
    void shouldPassPrintableTextThatNeedsASecondLook(String text) {
        assertThat(PrintableText.clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0000, 0008", "000A, 001F", "007F, 009F", "202A, 202E", "2066, 2069", "FDD0, FDEF", "FEFF, FEFF"})
    void shouldDropEveryCodePointOf(String first, String last) {
        for (int c = Integer.parseInt(first, 16); c <= Integer.parseInt(last, 16); c++) {
            assertThat(PrintableText.clean("a" + Character.toString(c) + "b"))
                    .as("U+%04X", c)
                    .isEqualTo("ab");
        }
    }

    @Test
    void shouldDropTheTwoLastCodePointsOfEveryPlane() {
        for (int plane = 0; plane <= 16; plane++) {
            String text = Character.toString(plane << 16 | 0xfffe) + "x" + Character.toString(plane << 16 | 0xffff);
            assertThat(PrintableText.clean(text)).as("plane %d", plane).isEqualTo("x");
        }
    }

    @Test
    void shouldLeaveAnEscapeSequenceVisibleAndHarmless() {
        assertThat(PrintableText.clean("\u001b[31mred\u001b[0m")).isEqualTo("[31mred[0m");
        assertThat(PrintableText.clean("\u009b2Jgone")).isEqualTo("2Jgone");
        assertThat(PrintableText.clean("\u001b]0;title\u0007")).isEqualTo("]0;title");
    }

    @Test
    void shouldDropALoneCarriageReturn() {
        assertThat(PrintableText.clean("real\rfake")).isEqualTo("realfake");
    }

    @Test
    void shouldTurnSeparatorsIntoSpaces() {
        assertThat(PrintableText.clean("a\u2028b\u2029c")).isEqualTo("a b c");
    }

    @Test
    void shouldReplaceUnpairedSurrogates() {
        assertThat(PrintableText.clean("a\ud83db")).isEqualTo("a\ufffdb");
        assertThat(PrintableText.clean("a\ude00b")).isEqualTo("a\ufffdb");
        assertThat(PrintableText.clean("\ude00\ud83d")).isEqualTo("\ufffd\ufffd");
        assertThat(PrintableText.clean("end\ud83d")).isEqualTo("end\ufffd");
    }

    @Test
    void shouldNotJoinSurrogatesThatADroppedCharacterKeptApart() {
        assertThat(PrintableText.clean("\ud83d\u001b\ude00")).isEqualTo("\ufffd\ufffd");
    }

    @Test
    void shouldNeverLetAForbiddenCharacterThrough() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String clean = PrintableText.clean(randomText(random));
            assertThat(clean.codePoints()).as("seed %d", seed).noneMatch(PrintableTextTest::forbidden);
        }
    }

    @Test
    void shouldChangeNothingTheSecondTime() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String clean = PrintableText.clean(randomText(random));
            assertThat(PrintableText.clean(clean)).as("seed %d", seed).isEqualTo(clean);
        }
    }

    /** Mostly from the corners of Unicode where something has to go. */
    private static String randomText(Random random) {
        int[] corners = {0, 0x70, 0x90, 0x2020, 0x2060, 0xd7f0, 0xdbf0, 0xdff0, 0xfdc8, 0xfef8, 0xfff0};
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            if (random.nextInt(4) == 0) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            } else {
                text.append((char) (corners[random.nextInt(corners.length)] + random.nextInt(16)));
            }
        }
        return text.toString();
    }

    private static boolean forbidden(int c) {
        return (c < 0x20 && c != '\t')
                || (c >= 0x7f && c <= 0x9f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0xd800 && c <= 0xdfff)
                || (c >= 0xfdd0 && c <= 0xfdef)
                || c == 0xfeff
                || (c & 0xffff) >= 0xfffe;
    }
}
