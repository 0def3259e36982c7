package chat.common;

import static org.assertj.core.api.Assertions.assertThat;

import chat.testing.Harmless;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Any text at all, as a name. */
class UserNameFuzzTest {
    private static final Pattern IOTA_BELOW_AMONG_MARKS = Pattern.compile("\\p{M}\\x{345}|\\x{345}\\p{M}");

    @DictionaryFile(resourcePath = "name.dict")
    @FuzzTest
    void shouldKeepItsPromisesWhateverIsTyped(byte[] data) {
        for (String text : FuzzText.of(data)) {
            check(text);
        }
    }

    private static void check(String text) {
        Optional<UserName> parsed = UserName.parse(text);
        String problem = UserName.problemWith(text);
        assertThat(parsed.isPresent()).as(() -> Harmless.escaped(text)).isEqualTo(problem == null);
        if (problem != null) {
            Harmless.check(PrintableText.clean(problem)); // what a session is told
        }
        parsed.ifPresent(name -> {
            try {
                checkShown(name.toString());
                checkEqual(name);
            } catch (AssertionError e) {
                throw new AssertionError("the name " + Harmless.escaped(text) + ": " + e.getMessage(), e);
            }
        });
    }

    private static void checkShown(String shown) {
        Harmless.check(shown);
        assertThat(shown)
                .isEqualTo(PrintableText.clean(shown))
                .isEqualTo(Normalizer.normalize(shown, Normalizer.Form.NFC));
        assertThat(shown.codePointCount(0, shown.length())).isBetween(1, Limits.MAX_NAME_LENGTH);
        assertThat(shown.codePoints()).noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
        assertThat(shown)
                .doesNotContain(":", "*", "(", ")", ",", ";", "@", "/", "\"", "<", ">", "&", "'", "$", "{", "\\");
        assertThat(Character.isLetterOrDigit(shown.codePointAt(0))).isTrue();
    }

    private static void checkEqual(UserName name) {
        UserName again = UserName.of(name.toString());
        assertThat(again)
                .isEqualTo(name)
                .hasSameHashCodeAs(name)
                .isEqualByComparingTo(name)
                .hasToString(name.toString());
        for (String variant : new String[] {
            name.toString().toUpperCase(Locale.ROOT),
            name.toString().toLowerCase(Locale.ROOT),
            Normalizer.normalize(name.toString(), Normalizer.Form.NFD)
        }) {
            if (!hasIotaBelowAmongMarks(name.toString())) {
                UserName.parse(variant).ifPresent(other -> {
                    assertThat(other).isEqualTo(name).isEqualByComparingTo(name).hasSameHashCodeAs(name);
                });
            }
        }
    }

    /** In upper case it is a letter of its own, which takes the marks behind it: that is another name, also to the eye. */
    private static boolean hasIotaBelowAmongMarks(String name) {
        return IOTA_BELOW_AMONG_MARKS
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .find();
    }
}
