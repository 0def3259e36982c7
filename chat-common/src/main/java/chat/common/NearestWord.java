package chat.common;

import java.util.Collection;
import java.util.Comparator;

/** Finds the word that somebody most likely meant: the one with the fewest typing mistakes between. Any thread. */
public final class NearestWord {
    private static final int LONGEST = 32;

    private NearestWord() {}

    /**
     * Finds the nearest word. Of several equally near ones it is the first in the alphabet; a word that begins with what
     * was typed is nearer.
     *
     * @param typed what somebody typed
     * @param words what there is; not empty
     * @return one of the words
     */
    public static String to(String typed, Collection<String> words) {
        String start = typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
        return words.stream()
                .min(Comparator.<String>comparingInt(word -> distance(start, word))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static int distance(String typed, String word) {
        return !typed.isEmpty() && word.startsWith(typed) ? 0 : mistakes(typed, word);
    }

    /**
     * Counts inserted, missing, wrong and swapped letters (optimal string alignment distance).
     *
     * @param a one word
     * @param b another
     * @return 0 if they are equal
     */
    public static int mistakes(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : least(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int least(int[][] d, String a, String b, int i, int j) {
        int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + wrong);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
