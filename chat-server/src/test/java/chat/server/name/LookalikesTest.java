package chat.server.name;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookalikesTest {
    @ParameterizedTest
    @CsvSource({
        "alice, Alice",
        "alice, ALICE",
        "alice, a1ice",
        "alice, A1ICE",
        "alice, AIice",
        "alice, аlice", // Cyrillic a
        "alice, аӏісе", // all Cyrillic
        "alice, ɑlice", // Latin alpha
        "alice, аＬice",
        "alice, ａｌｉｃｅ",
        "ann, ann.",
        "ann, ann_",
        "bob, b0b",
        "bob, B0B",
        "bob, bοb", // Greek omicron
        "BOB, ВОВ", // all Cyrillic
        "bill, biII",
        "bill, bi11",
        "ian, Ian",
        "Ian, lan",
        "Ian, 1an",
        "mike, rnike",
        "Mike, RNike",
        "paypal, раураӏ",
        "user1, userl",
        "user10, userIO",
        "straße, strasse",
        "straße, STRAẞE",
        "zoë, Zoe\u0308",
        "ann, ɑnn",
        "οtto, otto", // Greek omicron
        "O0O, ooo",
        "カ, 力", // Katakana ka, Han strength
        "ニ, 二",
        "ロ, 口",
        "한, \u1112\u1161\u11ab",
        "आम, अाम"
    })
    void shouldLookAlikeInBothDirections(String one, String other) {
        assertThat(alike(one, other)).isTrue();
        assertThat(alike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ann, anne",
        "ann, hann",
        "ann, ánn",
        "bob, rob",
        "alice, alina",
        "ali, all",
        "user1, user2",
        "user11, user111",
        "a-b, a_b",
        "a-b, ab",
        "Ольга, Олег",
        "王小明, 王小萌",
        "김철수, 김철호",
        "أحمد, محمد",
        "straße, strase",
        "vvv, w", // the table has no such pair
        "5am, sam"
    })
    void shouldTellApart(String one, String other) {
        assertThat(alike(one, other)).isFalse();
        assertThat(alike(other, one)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "Zoë",
                "Łukasz",
                "Ольга",
                "Ольга-2",
                "ΣΊΣΥΦΟΣ",
                "王小明",
                "王小明-bob",
                "東京タワーとabc",
                "한국abc",
                "大韓민국",
                "ㄅㄆ中abc",
                "أحمد",
                "אבג",
                "क्षमा",
                "ไทย",
                "ᏣᎳᎩ",
                "İbrahim"
            })
    void shouldFindNothingWrongWithOneScriptNorWithEastAsianOnesThatBelongTogether(String name) {
        assertThat(Lookalikes.problemWith(UserName.of(name))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "аlice, Cyrillic and Latin",
        "Ольгаa, Cyrillic and Latin",
        "αlice, Greek and Latin",
        "王я, Cyrillic and Han",
        "aбω, Cyrillic and Greek and Latin",
        "ひア한, Hangul and Hiragana and Katakana",
        "aක, Latin and Sinhala"
    })
    void shouldSayWhichScriptsAreMixed(String name, String scripts) {
        assertThat(Lookalikes.problemWith(UserName.of(name)))
                .isEqualTo("This cannot be a name. It mixes " + scripts + " letters. Please write it in one script.");
    }

    @ParameterizedTest
    @CsvSource({"ᴀɴɴ, ᴀ", "aᴅmin, ᴅ", "ʀᴏᴏᴛ, ʀ", "ⲣⲁⲩⲣⲁⲗ, ⲣ", "ꬰnn, ꬰ"})
    void shouldNotTakeLettersThatNobodyWritesNamesWith(String name, String letter) {
        assertThat(Lookalikes.problemWith(UserName.of(name)))
                .isEqualTo("This cannot be a name. Nobody writes names with " + letter
                        + " these days. Please use other letters.");
    }

    @Test
    void shouldNotMixDigitsOrHideMarks() {
        assertThat(Lookalikes.problemWith(UserName.of("क1२"))).contains("It mixes digits of different scripts");
        assertThat(Lookalikes.problemWith(UserName.of("i\u0307")))
                .contains("A mark in it hides behind another")
                .endsWith("Please leave it out.");
        assertThat(Lookalikes.problemWith(UserName.of("a\u0323\u0323"))).contains("A mark in it hides behind another");
    }

    @Test
    void shouldLookLikeItselfInEveryCase() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int script = random.nextInt(0x600);
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                text.appendCodePoint(script + random.nextInt(64));
            }
            UserName.parse(text.toString()).ifPresent(name -> {
                UserName.parse(name.folded())
                        .ifPresent(lower -> assertThat(alike(name, lower))
                                .as("seed %d: %s", seed, name)
                                .isTrue());
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "eve, 3ve",
        "eve, Ev3",
        "nicky, n1cky",
        "nicky, N1CKY",
        "billie, b1l1ie",
        "anna, 4nn4",
        "sam, 5am",
        "tom, 70m",
        "bob, 8o8",
        "mike, rn1k3",
        "alice, a1ice",
        "Зоо, 3oo" // Cyrillic
    })
    void shouldReadDigitsAsLettersFromAfar(String one, String other) {
        assertThat(alikeFromAfar(one, other)).isTrue();
        assertThat(alikeFromAfar(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ella, elia",
        "neil, nell",
        "lia, ila",
        "ann1, ann2",
        "ann1, ann4",
        "user10, user70",
        "eve, evi",
        "ann, ánn"
    })
    void shouldTellPeopleApartFromAfar(String one, String other) {
        assertThat(alikeFromAfar(one, other)).isFalse();
        assertThat(alikeFromAfar(other, one)).isFalse();
    }

    /** What bans and registered names rely on, and what honest people do. */
    @Test
    void shouldKnowEveryNameWithDigitsForLettersAndTellApartThoseThatDifferInDigitsOnly() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String name = random.ints(2 + random.nextInt(10), 0, 26)
                    .collect(StringBuilder::new, (text, n) -> text.append((char) ('a' + n)), StringBuilder::append)
                    .toString();
            String disguised = disguised(name, random);
            assertThat(alikeFromAfar(name, disguised))
                    .as("seed %d: %s, %s", seed, name, disguised)
                    .isTrue();
            int one = random.nextInt(1000);
            int other = (one + 1 + random.nextInt(999)) % 1000;
            assertThat(alikeFromAfar(name + one, name + other))
                    .as("seed %d: %s, %d, %d", seed, name, one, other)
                    .isFalse();
        }
    }

    /** With digits for some letters, of which four at most are ones. */
    private static String disguised(String name, Random random) {
        StringBuilder text = new StringBuilder(name);
        int ones = 4;
        for (int i = 0; i < text.length(); i++) {
            int digit = "oleastbi".indexOf(text.charAt(i));
            boolean one = digit == 1 || digit == 7;
            if (digit >= 0 && random.nextBoolean() && (!one || ones-- > 0)) {
                text.setCharAt(i, "01345781".charAt(digit));
            }
        }
        return text.toString();
    }

    private static boolean alikeFromAfar(String one, String other) {
        return !Collections.disjoint(Lookalikes.fromAfar(UserName.of(one)), Lookalikes.fromAfar(UserName.of(other)));
    }

    @Test
    void shouldBeAlikeFromAfarWheneverItLooksAlike() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String letters = "il1IL|o0Oеe3EЗm4a5sbB8rn-.";
        for (int i = 0; i < 20_000; i++) {
            Optional<UserName> one = randomName(letters, random);
            Optional<UserName> other = randomName(letters, random);
            if (one.isPresent() && other.isPresent() && alike(one.get(), other.get())) {
                assertThat(alikeFromAfar(one.get().toString(), other.get().toString()))
                        .as("seed %d: %s, %s", seed, one, other)
                        .isTrue();
            }
        }
    }

    private static Optional<UserName> randomName(String letters, Random random) {
        StringBuilder name = new StringBuilder();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            name.append(letters.charAt(random.nextInt(letters.length())));
        }
        return UserName.parse(name.toString());
    }

    private static boolean alike(String one, String other) {
        return alike(UserName.of(one), UserName.of(other));
    }

    private static boolean alike(UserName one, UserName other) {
        return !Collections.disjoint(Lookalikes.skeletons(one), Lookalikes.skeletons(other));
    }
}
