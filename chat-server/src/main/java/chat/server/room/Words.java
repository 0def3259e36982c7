package chat.server.room;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text as a search compares them: letters and digits, without regard to case and accents. Where words are
 * written without spaces between them, as in Chinese and Japanese, each character is a word.
 */
public final class Words {
    private Words() {}

    /**
     * Splits a text.
     *
     * @param text any
     * @return its words, in order
     */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        folded(text).codePoints().forEach(c -> {
            if (isUnspaced(c)) {
                end(word, words);
                words.add(Character.toString(c));
            } else if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(plain(Character.toLowerCase(c)));
            } else if (!isMark(c)) {
                end(word, words);
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Accents by themselves, and upper case, since some letters differ in lower case only. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isUnspaced(int c) {
        return c > 0xE00
                && Character.isLetter(c)
                && switch (Character.UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }

    /** Strokes through letters are no accents for Unicode, but for those who type without them. */
    private static int plain(int letter) {
        return switch (letter) {
            case 'ø' -> 'o';
            case 'ł' -> 'l';
            case 'đ' -> 'd';
            default -> letter;
        };
    }
}
