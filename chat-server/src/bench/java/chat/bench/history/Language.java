package chat.bench.history;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Words that mean nothing, a few of them very frequent and most of them rare; always the same ones. */
final class Language {
    private static final int WORDS = 30_000;
    private static final int HAN = 3_000;
    private static final String CONSONANTS = "bcdfghklmnprstvz";
    private static final String VOWELS = "aeiou";

    private final List<String> words;
    private final Zipf ranks = new Zipf(WORDS);
    private final Zipf hanRanks = new Zipf(HAN);

    /**
     * Makes it up.
     *
     * @param random gives the same words for the same seed
     */
    Language(Random random) {
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < WORDS) {
            StringBuilder word = new StringBuilder();
            // frequent words are short ones
            int syllables = 1 + (int) (Math.log10(made.size() + 1.0) * 0.7 + random.nextDouble() * 1.5);
            for (int i = 0; i < syllables; i++) {
                word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
                word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
            }
            made.add(random.nextBoolean() ? word.append('n').toString() : word.toString());
        }
        words = List.copyOf(made);
    }

    /** The word of a rank, from 0. */
    String word(int rank) {
        return words.get(rank);
    }

    /** Some words, as somebody might type them. */
    String sentence(int length, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : " ").append(words.get(ranks.next(random)));
        }
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return text.append(random.nextInt(5) == 0 ? "?" : "").toString();
    }

    /** Two Chinese characters of these ranks. */
    static String han(int first, int second) {
        return Character.toString(han(first)) + Character.toString(han(second));
    }

    private static int han(int rank) {
        return 0x4e00 + rank * 5;
    }

    /** Some Chinese characters, as frequent as words are. */
    String han(int length, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(han(hanRanks.next(random)));
        }
        return text.toString();
    }
}
