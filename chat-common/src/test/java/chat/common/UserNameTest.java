package chat.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserNameTest {
    private static final String LONGEST = "a".repeat(Limits.MAX_NAME_LENGTH);

    @ParameterizedTest
    @ValueSource(strings = {"a", "ann", "7of9", "j-p_s.42", "Zoë", "Łukasz", "О́льга", "李雷", "أحمد", "क्षमा", "𝒜da"})
    void shouldTakeLettersAndDigitsOfAnyScript(String text) {
        assertThat(UserName.problemWith(text)).isNull();
        assertThat(UserName.of(text)).hasToString(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a:",
                "ann:",
                "*",
                "*ann",
                "* ann",
                "-a",
                "_a",
                ".a",
                "a/b",
                "a,b",
                "a(private)",
                "😀",
                "a😀",
                "a\u200bb",
                "a\u200db",
                "a\u202eb",
                "\u0301a",
                "a\u00a0b",
                "a\u0000b"
            })
    void shouldSayWhatIsAllowedWhenTheTextCannotBeAName(String text) {
        assertThat(UserName.problemWith(text)).isEqualTo("This cannot be a name. A name has " + UserName.RULE + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann\u3164", "\u3164", "\u115f", "a\uffa0", "ann\ufe0f", "ann\u034f", "ann\udb40\udd00"})
    void shouldNotTakeLettersAndMarksThatNobodyCanSee(String text) {
        assertThat(UserName.problemWith(text)).startsWith("This cannot be a name.");
    }

    @Test
    void shouldCountTheLengthAsPeopleDo() {
        assertThat(UserName.problemWith(LONGEST)).isNull();
        assertThat(UserName.problemWith(LONGEST + "a")).startsWith("This cannot be a name.");
        assertThat(UserName.problemWith("𝒜".repeat(Limits.MAX_NAME_LENGTH))).isNull();
        assertThat(UserName.problemWith("e\u0301".repeat(Limits.MAX_NAME_LENGTH)))
                .as("composed")
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "SERVER", "System", "admin", "ADMıN", "ａｄｍｉｎ", "you", "All"})
    void shouldKeepReservedWords(String text) {
        assertThat(UserName.problemWith(text))
                .startsWith("The name ")
                .endsWith("is reserved. Please choose another one: it has " + UserName.RULE + ".");
    }

    @Test
    void shouldThrowTheSameSentenceThatItAnswers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserName.of("no way"))
                .withMessage(UserName.problemWith("no way"));
    }

    @ParameterizedTest
    @CsvSource({"ann, ANN", "ann, ａｎｎ", "straße, STRASSE", "Σίσυφος, ΣΊΣΥΦΟΣ", "Zoë, Zoe\u0308", "ﬁn, fin", "K, k"})
    void shouldBeEqualWithoutRegardToCaseAndForm(String one, String other) {
        assertThat(UserName.of(one)).isEqualTo(UserName.of(other)).hasSameHashCodeAs(UserName.of(other));
        assertThat(UserName.of(one)).isEqualByComparingTo(UserName.of(other));
    }

    @Test
    void shouldTellDifferentNamesApart() {
        assertThat(UserName.of("ann")).isNotEqualTo(UserName.of("anne")).isNotEqualTo("ann");
    }

    @Test
    void shouldSortWithoutRegardToCase() {
        Stream<String> sorted =
                Stream.of("bob", "Ann", "zoe", "Bea").map(UserName::of).sorted().map(UserName::toString);
        assertThat(sorted).containsExactly("Ann", "Bea", "bob", "zoe");
    }

    @Test
    void shouldBeShownAsItsOwnerTypedIt() {
        assertThat(UserName.of("McAnn")).hasToString("McAnn");
        assertThat(UserName.of("McAnn").length()).isEqualTo(5);
    }
}
