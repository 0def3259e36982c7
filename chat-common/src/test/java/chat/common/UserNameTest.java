package chat.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rocks.xmpp.precis.PrecisProfiles;

class UserNameTest {
    private static final String LONGEST = "a".repeat(Limits.MAX_NAME_LENGTH);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "ann",
                "7of9",
                "j-p_s.42",
                "Zoë",
                "Łukasz",
                "О́льга",
                "李雷",
                "أحمد",
                "क्षमा",
                "ༀལ",
                "ꭰꮒ",
                "i\u0307",
                "김철수"
            })
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
                "𝒜da",
                "ﬁn",
                "l·l",
                "a\u0300\u0301\u0302\u0303\u0304\u0305",
                "ᄀ",
                "\ud83d",
                "a\ue000",
                "\u0378",
                "a\u2060b",
                "\u0640",
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
        assertThat(UserName.problemWith("𐐀".repeat(Limits.MAX_NAME_LENGTH))).isNull();
        assertThat(UserName.problemWith("e\u0301".repeat(Limits.MAX_NAME_LENGTH)))
                .as("composed")
                .isNull();
    }

    @Test
    void shouldCountWideLettersTwice() {
        assertThat(UserName.problemWith("王".repeat(12))).isNull();
        assertThat(UserName.problemWith("한".repeat(11) + "ab")).isNull();
        assertThat(UserName.problemWith("ー".repeat(13))).startsWith("This cannot be a name. It is too wide.");
        assertThat(UserName.problemWith("王".repeat(12) + "a")).startsWith("This cannot be a name. It is too wide.");
        assertThat(UserName.problemWith("क्ष".repeat(8)))
                .as("marks take no room")
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"אבגa", "aאב", "1אבג", "a\u0661", "\u0661"})
    void shouldNotMixDirections(String text) {
        assertThat(UserName.problemWith(text))
                .startsWith("This cannot be a name. Its letters must all be written in one direction");
    }

    @ParameterizedTest
    @CsvSource({"ａｎｎ, ann", "ｱｲ, アイ", "Zoe\u0308, Zoë", "McAnn, McAnn", "İbo, İbo", "O\u212a, OK"})
    void shouldShowTheUsualWidthComposed(String text, String shown) {
        assertThat(UserName.of(text)).hasToString(shown);
    }

    @Test
    void shouldPrepareAsciiAsThePrecisProfileDoes() {
        for (char c = '!'; c < 0x7f; c++) {
            String text = "a" + c;
            assertThat(PrecisProfiles.USERNAME_CASE_PRESERVED.enforce(text)).isEqualTo(text);
            if (UserName.problemWith(text) == null) {
                assertThat(UserName.of(text).folded()).isEqualTo(PrecisProfiles.USERNAME_CASE_MAPPED.enforce(text));
            }
        }
    }

    @Test
    void shouldTakeLettersFromAServerThatAreNewerThanThisJava() {
        assertThat(UserName.received("a\u0378")).get().hasToString("a\u0378");
        assertThat(UserName.received("Straße")).contains(UserName.of("STRASSE"));
        assertThat(UserName.received("ann:")).isEmpty();
        assertThat(UserName.received("* ann")).isEmpty();
        assertThat(UserName.received("a\u200bb")).isEmpty();
        assertThat(UserName.received("")).isEmpty();
    }

    @Test
    void shouldBeThatNameAgainWhenItIsTypedAsItIsShown() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            int script = random.nextInt(0x3000);
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x20000) : script + random.nextInt(32));
            }
            UserName.parse(text.toString()).ifPresent(name -> {
                assertThat(UserName.parse(name.toString())).as("seed %d", seed).contains(name);
                assertThat(UserName.received(name.toString()))
                        .as("seed %d", seed)
                        .contains(name);
                assertThat(PrintableText.clean(name.toString()))
                        .as("seed %d", seed)
                        .isEqualTo(name.toString());
            });
        }
    }

    @Test
    void shouldThrowTheSameSentenceThatItAnswers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserName.of("no way"))
                .withMessage(UserName.problemWith("no way"));
    }

    @ParameterizedTest
    @CsvSource({"ann, ANN", "ann, ａｎｎ", "ADMıN, admin", "straße, STRASSE", "Σίσυφος, ΣΊΣΥΦΟΣ", "Zoë, Zoe\u0308", "K, k"
    })
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
