package chat.common;

import static org.assertj.core.api.Assertions.assertThat;

import chat.testing.Harmless;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any text at all, cleaned. */
class PrintableTextFuzzTest {
    /** U+FFFD takes three bytes where one that is no UTF-8 stood; so may what shows a control. */
    private static final int MOST_BYTES_FOR_ONE = 3;

    /** Marks, joiners and a variation selector. */
    private static final int MOST_ON_ONE = 8 + 2 + 1;

    @DictionaryFile(resourcePath = "text.dict")
    @FuzzTest
    void shouldLeaveNothingThatHarms(byte[] data) {
        for (String text : FuzzText.of(data)) {
            check(text);
        }
    }

    private static void check(String text) {
        String clean = PrintableText.clean(text);
        Harmless.check(clean);
        checkPiles(clean);
        assertThat(PrintableText.clean(clean)).as(() -> Harmless.escaped(text)).isEqualTo(clean);
        assertThat(clean.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(text.getBytes(StandardCharsets.UTF_8).length * MOST_BYTES_FOR_ONE);
        if (text.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f))) {
            assertThat(clean).isSameAs(text);
        }
    }

    /** Whoever piles marks on one letter draws over the lines of others; who joins without end slows every terminal. */
    private static void checkPiles(String clean) {
        int pile = 0;
        for (int c : clean.codePoints().toArray()) {
            pile = isDrawnOnOther(c) ? pile + 1 : 0;
            if (pile > MOST_ON_ONE) {
                throw new AssertionError(pile + " on one character of " + Harmless.escaped(clean));
            }
        }
    }

    private static boolean isDrawnOnOther(int c) {
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
        return mark || c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0x2060;
    }
}
