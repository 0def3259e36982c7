package chat.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {
    /** More on one character than it can carry, or a tag without its flag. */
    private static final Pattern TOO_MUCH = Pattern.compile("[\\u0300-\\u030f]{9}|[\\u200b-\\u200f\\u2060]{3}"
            + "|[\\ufe00-\\ufe0f]{2}|(?<![\\x{1f3f4}\\x{e0020}-\\x{e007f}])[\\x{e0000}-\\x{e007f}]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello, world",
                "tab\tstays",
                "Grüße aus Köln",
                "日本語と한국어",
                "שלום עולם, שָׁלוֹם",
                "مرحبا بالعالم، مَرْحَبًا",
                "می‌خواهم",
                "क्षत्रिय नरेन्‍द्र",
                "ශ්‍රී ලංකා",
                "ภาษาไทย ก็ ที่",
                "ཧྐྵྨླྺྼྻྂ",
                "Việt Nam, e\u0301\u0323",
                "か\u3099",
                "ᠮᠣᠩᠭᠣᠯ ᠪᠠᠭ\u180eᠠ ᠰ\u180c",
                "葛\udb40\udd00城",
                "👍🏽 and 👩\u200d👩\u200d👧\u200d👦 and 🇩🇪",
                "1️⃣ ❤️\u200d🔥 👁️\u200d🗨️ 🏳️\u200d🌈 ☺︎",
                "🏴\udb40\udc67\udb40\udc62\udb40\udc77\udb40\udc6c\udb40\udc73\udb40\udc7f and 🏴",
                "\ud83e\udee0 and \ud83e\udea9", // of Unicode 14 and 15
                "\u00a0 and \u200e and \u200f and \u061c and \u200c",
                "ﬁ \ue000 \ufffd",
                "\u2027\u2030",
                "𝒜\udbff\udffd",
                ""
            })
    void shouldPassPrintableTextAsTheSameObject(String text) {
        assertThat(PrintableText.clean(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0000, 0008",
        "000A, 001F",
        "007F, 008F",
        "0091, 0097",
        "0099, 009A",
        "009C, 009C",
        "115F, 1160",
        "17B4, 17B5",
        "202A, 202E",
        "2061, 206F",
        "3164, 3164",
        "FDD0, FDEF",
        "FEFF, FEFF",
        "FFA0, FFA0",
        "FFF0, FFFC",
        "1BCA0, 1BCA3",
        "1D173, 1D17A",
        "E0000, E0FFF"
    })
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

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "^[31mred^[0m, red", // becomes ESC [
                "^[38;5;208;1mbright^[m, bright",
                "^[2J^[H^[?25l^[>cgone, gone",
                "^[ qcursor, cursor",
                "ca^[At, cat", // an arrow key
                "f^OPoo, foo", // F1
                "^(Bplain, plain", // what tput sgr0 prints
                "^]0;title^Gtext, text",
                "^]8;;http://example.org^\\link^]8;;^\\, link",
                "^P1$r0m^\\dcs, dcs",
                "^_apc^\\^^pm^\\^Xsos^\\x, x"
            })
    void shouldTakeAWholeEscapeSequenceOut(String typed, String left) {
        assertThat(PrintableText.clean(escaped(typed))).isEqualTo(left);
    }

    @Test
    void shouldTakeSequencesOutThatBeginWithAC1Control() {
        assertThat(PrintableText.clean("\u009b2Jgone")).isEqualTo("gone");
        assertThat(PrintableText.clean("\u009d0;title\u009cgone")).isEqualTo("gone");
        assertThat(PrintableText.clean("\u008fAx")).isEqualTo("x");
    }

    @Test
    void shouldShowWhereASequenceBeginsThatNeverEnds() {
        assertThat(PrintableText.clean("\u001b[31")).isEqualTo("␛[31");
        assertThat(PrintableText.clean("\u001b[3é")).isEqualTo("␛[3é");
        assertThat(PrintableText.clean("\u001b[3\u001b[0mx")).isEqualTo("␛[3x");
        assertThat(PrintableText.clean("\u001b]0;not a title")).isEqualTo("␛]0;not a title");
        assertThat(PrintableText.clean("\u001b]0;not a title\u001bx")).isEqualTo("␛]0;not a titlex");
        assertThat(PrintableText.clean("\u009dno\u0085")).isEqualTo("␛no");
    }

    @Test
    void shouldLoseNothingTypedBehindAnEscapeKey() {
        assertThat(PrintableText.clean("\u001b/private bob hi")).isEqualTo("/private bob hi");
        assertThat(PrintableText.clean("\u001bHello")).isEqualTo("Hello");
        assertThat(PrintableText.clean("\u001bOh")).isEqualTo("Oh");
        assertThat(PrintableText.clean("\u001b(no)")).isEqualTo("(no)");
        assertThat(PrintableText.clean("\u001b\u001b")).isEmpty();
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
        assertThat(PrintableText.clean("\ud83d\u0007\ude00")).isEqualTo("\ufffd\ufffd");
    }

    @Test
    void shouldBoundTheMarksOnOneCharacter() {
        String tower = "\u0301\u0323".repeat(4);
        assertThat(PrintableText.clean("a" + tower.repeat(50) + "b" + tower)).isEqualTo("a" + tower + "b" + tower);
        assertThat(PrintableText.clean("a" + (tower + "\u200d").repeat(50))).isEqualTo("a" + tower + "\u200d\u200d");
        assertThat(PrintableText.clean("a" + "\u1ace".repeat(9)))
                .as("marks of Unicode 14")
                .isEqualTo("a" + "\u1ace".repeat(8));
    }

    @Test
    void shouldBoundWhatShowsNothing() {
        assertThat(PrintableText.clean("a" + "\u200b".repeat(500) + "b")).isEqualTo("a\u200b\u200bb");
        assertThat(PrintableText.clean("a\u200d\u034f\u2060\u00ad\u200eb")).isEqualTo("a\u200d\u034fb");
    }

    @Test
    void shouldKeepOneVariationSelectorWhereItCanMeanSomething() {
        assertThat(PrintableText.clean("☺\ufe0f\ufe0f\ufe01")).isEqualTo("☺\ufe0f");
        assertThat(PrintableText.clean("\ufe0fa")).isEqualTo("a");
        assertThat(PrintableText.clean("葛\udb40\udd00\udb40\udd01")).isEqualTo("葛\udb40\udd00");
        assertThat(PrintableText.clean("😀\udb40\udd48\udb40\udd55"))
                .as("hidden text")
                .isEqualTo("😀");
    }

    @Test
    void shouldDropTagsThatAreNoFlag() {
        String w = "\udb40\udc77";
        String end = "\udb40\udc7f";
        assertThat(PrintableText.clean("x" + w.repeat(3) + end)).isEqualTo("x");
        assertThat(PrintableText.clean("🏴" + w.repeat(3))).isEqualTo("🏴");
        assertThat(PrintableText.clean("🏴" + w.repeat(2) + end)).isEqualTo("🏴");
        assertThat(PrintableText.clean("🏴" + w.repeat(7) + end)).isEqualTo("🏴");
        assertThat(PrintableText.clean("🏴" + w + "\u0007" + w + w + end)).isEqualTo("🏴");
    }

    @Test
    void shouldCallPlainOnlyWhatIsVisibleByItself() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            if (PrintableText.isPlain((char) c)) {
                assertThat(TextKind.of(c)).as("U+%04X", c).isEqualTo(TextKind.VISIBLE);
            }
        }
    }

    @Test
    void shouldNeverLetAForbiddenCharacterThrough() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            String clean = PrintableText.clean(randomText(random));
            assertThat(clean.codePoints()).as("seed %d", seed).noneMatch(PrintableTextTest::forbidden);
            assertThat(clean).as("seed %d", seed).doesNotContainPattern(TOO_MUCH);
        }
    }

    @Test
    void shouldChangeNothingTheSecondTime() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            String clean = PrintableText.clean(randomText(random));
            assertThat(PrintableText.clean(clean)).as("seed %d", seed).isSameAs(clean);
        }
    }

    @Test
    void shouldTakeNoLongerForATextMadeToBeSlow() {
        for (String part : List.of("\u001b]", "\u001b[0", "🏴\udb40\udc77", "\u009d\u0301", "a\u0301\u200d")) {
            String text = part.repeat(200_000);
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PrintableText.clean(text));
        }
    }

    /** ESC is written as a caret; behind it, G is BEL. */
    private static String escaped(String typed) {
        return typed.replace("^G", "\u0007").replace('^', '\u001b').replace("\u001b\u001b", "\u001b^");
    }

    /** Mostly from the corners of Unicode where something has to go. */
    private static String randomText(Random random) {
        int[] corners = {
            0, 0x18, 0x28, 0x50, 0x58, 0x70, 0x90, 0x300, 0x2020, 0x2060, 0xd7f0, 0xdbf0, 0xdff0, 0xfdc8, 0xfdf8,
            0xfef8, 0xfff0, 0x1f3f4, 0x1f468, 0xe0070, 0xe00f8, 0x845b
        };
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(40); n > 0; n--) {
            if (random.nextInt(8) == 0) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            } else if (random.nextInt(8) == 0) {
                text.append('\u001b');
            } else {
                text.appendCodePoint(corners[random.nextInt(corners.length)] + random.nextInt(16));
            }
        }
        return text.toString();
    }

    private static boolean forbidden(int c) {
        return (c < 0x20 && c != '\t')
                || (c >= 0x7f && c <= 0x9f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2061 && c <= 0x206f)
                || (c >= 0xd800 && c <= 0xdfff)
                || (c >= 0xfdd0 && c <= 0xfdef)
                || (c >= 0xfff0 && c <= 0xfffc)
                || c == 0xe0001
                || c == 0x3164
                || c == 0xfeff
                || (c & 0xffff) >= 0xfffe;
    }
}
