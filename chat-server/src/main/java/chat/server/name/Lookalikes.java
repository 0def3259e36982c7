package chat.server.name;

import chat.common.UserName;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import com.ibm.icu.text.UnicodeSet;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which names a reader cannot tell apart, and which are written to deceive: Unicode UTS #39 with ICU's data. Any thread.
 * The first use of this class loads that data, which takes tens of milliseconds.
 */
public final class Lookalikes {
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL
                    | SpoofChecker.MIXED_NUMBERS
                    | SpoofChecker.INVISIBLE
                    | SpoofChecker.HIDDEN_OVERLAY
                    | SpoofChecker.CHAR_LIMIT)
            .setAllowedChars(inUse())
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private static final String SIGNS = "-_.";

    /** Digits that people write for letters; 0 and 1 are such to Unicode, too. */
    private static final String DIGITS = "34578";

    private static final String LETTERS = "eastb";

    /** In names with more of them than this all are read as the same letter. */
    private static final int MOST_ONES = 4;

    private Lookalikes() {}

    /**
     * What a name looks like. Two names look alike when they share one of these: {@code a1ice}, {@code AIice} and the
     * Cyrillic {@code аӏісе} share {@code alice}. A name is looked at as it is written and in lower case, since a
     * capital I looks like a small L, while case makes no other difference. Signs at its end make no difference either:
     * {@code alice.} reads like the end of a sentence.
     *
     * @param name which
     * @return one or two skeletons
     */
    public static Set<String> skeletons(UserName name) {
        String shown = withoutSignsAtEnd(name.toString());
        String written = skeleton(shown);
        String lower = withoutSignsAtEnd(name.folded());
        if (lower.equals(shown)) {
            return Set.of(lower.equals(written) ? lower : written); // one string serves more than once
        }
        String other = skeleton(lower);
        return written.equals(other) ? Set.of(written) : Set.of(written, other);
    }

    /**
     * What a name may be meant for: the same, and with digits read as letters, {@code 1} as L or as I. Two names are alike from
     * afar when they share one of these: {@code 3ve} and {@code eve}, {@code n1cky} and {@code nicky}; so are all that look
     * alike. Letters are not read as others, so {@code elia} and {@code ella} are two people; and each digit is read as
     * another letter, so {@code ann1} and {@code ann4} are.
     *
     * @param name which
     * @return a few skeletons, {@value #MOST_ONES} ones make 32 at most
     */
    public static Set<String> fromAfar(UserName name) {
        String shown = withoutSignsAtEnd(name.toString());
        String lower = withoutSignsAtEnd(name.folded());
        return Stream.of(shown, lower)
                .distinct()
                .flatMap(text -> readings(text).stream())
                .map(reading -> withLetters(skeleton(reading)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a reader cannot tell two names apart.
     *
     * @param one a name
     * @param other another one, or the same
     */
    public static boolean areAlike(UserName one, UserName other) {
        return one.equals(other) || !Collections.disjoint(skeletons(one), skeletons(other));
    }

    /** With each 1 as it is, which looks like an L, or as an I. */
    private static List<String> readings(String text) {
        int[] ones = IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) == '1')
                .toArray();
        if (ones.length == 0 || ones.length > MOST_ONES) {
            return ones.length == 0 ? List.of(text) : List.of(text, text.replace('1', 'i'));
        }
        List<String> readings = new ArrayList<>();
        for (int choice = 0; choice < 1 << ones.length; choice++) {
            StringBuilder reading = new StringBuilder(text);
            for (int n = 0; n < ones.length; n++) {
                reading.setCharAt(ones[n], (choice >> n & 1) == 0 ? '1' : 'i');
            }
            readings.add(reading.toString());
        }
        return readings;
    }

    /** Reads those digits as letters that people write for them. */
    static String withLetters(String skeleton) {
        StringBuilder letters = new StringBuilder(skeleton);
        for (int i = 0; i < letters.length(); i++) {
            int digit = DIGITS.indexOf(letters.charAt(i));
            if (digit >= 0) {
                letters.setCharAt(i, LETTERS.charAt(digit));
            }
        }
        return letters.toString();
    }

    /**
     * What Unicode recommends for names (UTS #39, Identifier_Status), and the scripts of small communities (UAX #31, table
     * 7). What is left out are the letters of phonetics, of scholars and of scripts that nobody is brought up with, which
     * have no other use here than to look like something else: small capitals such as in {@code ᴀɴɴ}.
     */
    private static UnicodeSet inUse() {
        UnicodeSet letters = new UnicodeSet(SpoofChecker.RECOMMENDED).addAll(SpoofChecker.INCLUSION);
        for (int script = 0; script <= UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT); script++) {
            if (UScript.getUsage(script) == UScript.ScriptUsage.LIMITED_USE) {
                letters.addAll(new UnicodeSet().applyIntPropertyValue(UProperty.SCRIPT, script));
            }
        }
        return letters.freeze();
    }

    private static String withoutSignsAtEnd(String name) {
        int end = name.length();
        while (end > 0 && SIGNS.indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(0, end);
    }

    /** The skeleton without regard to case; the second time, for what was confusable in the other case only. */
    private static String skeleton(String text) {
        String once = CHECKER.getSkeleton(text);
        String lower = once.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return lower.equals(text) ? text : CHECKER.getSkeleton(lower);
    }

    /**
     * Says what is wrong with how a name is written, whoever is here.
     *
     * @param name which
     * @return one sentence, or null if nothing is
     */
    static @Nullable String problemWith(UserName name) {
        String text = name.toString();
        int found = findings(text);
        if ((found & SpoofChecker.CHAR_LIMIT) != 0) {
            return "This cannot be a name. Nobody writes names with " + unusual(text)
                    + " these days. Please use other letters.";
        }
        if ((found & SpoofChecker.RESTRICTION_LEVEL) != 0) {
            return "This cannot be a name. It mixes " + String.join(" and ", scripts(text))
                    + " letters. Please write it in one script.";
        }
        if ((found & SpoofChecker.MIXED_NUMBERS) != 0) {
            return "This cannot be a name. It mixes digits of different scripts. Please use those of one.";
        }
        // a mark given twice is found among decomposed letters only; but those have the dot of a capital I with a dot
        boolean hidden = (found & SpoofChecker.HIDDEN_OVERLAY) != 0
                || (findings(Normalizer.normalize(text, Normalizer.Form.NFD)) & SpoofChecker.INVISIBLE) != 0;
        return hidden ? "This cannot be a name. A mark in it hides behind another. Please leave it out." : null;
    }

    /** The first letter that is not among those which Unicode recommends for names (UTS #39, Identifier_Status). */
    private static String unusual(String text) {
        return text.codePoints()
                .filter(c -> !CHECKER.getAllowedChars().contains(c))
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("one of its letters");
    }

    private static int findings(String text) {
        SpoofChecker.CheckResult result = new SpoofChecker.CheckResult();
        return CHECKER.failsChecks(text, result) ? result.checks : 0;
    }

    /** The scripts of a text's letters as people call them, sorted. */
    private static Set<String> scripts(String text) {
        return text.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .filter(script -> script != Character.UnicodeScript.COMMON
                        && script != Character.UnicodeScript.INHERITED
                        && script != Character.UnicodeScript.UNKNOWN)
                .map(script -> capitalized(script.name().replace('_', ' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String capitalized(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
