package chat.server.room;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody looks for: texts that have all of some phrases in them. A phrase is what stands between quotation marks or
 * spaces; its words follow each other. Without quotation marks and with {@code *} behind it, its last word may go on. No
 * other character means anything.
 *
 * @param phrases none of which is empty; without one nothing is found
 */
public record WordQuery(List<Phrase> phrases) {
    /** How many letters a word has at least that may go on: fewer would mean half of what was ever said. */
    static final int LEAST_PREFIX = 3;

    /** Words beyond these do not count: each of them costs a search of its own. */
    private static final int MOST_WORDS = 32;

    private static final Pattern PART = Pattern.compile("\"(?<quoted>[^\"]*)\"?|(?<typed>[^\\s\"]+)");

    /** Copies the list. */
    public WordQuery {
        phrases = List.copyOf(phrases);
    }

    /**
     * Words in a row.
     *
     * @param words as {@link Words} gives them
     * @param isPrefix whether the last one may go on
     */
    public record Phrase(List<String> words, boolean isPrefix) {
        /** Copies the list. */
        public Phrase {
            words = List.copyOf(words);
        }

        private boolean isIn(List<String> text) {
            for (int at = 0; at + words.size() <= text.size(); at++) {
                if (isAt(text, at)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isAt(List<String> text, int at) {
            int last = words.size() - 1;
            String end = text.get(at + last);
            return (isPrefix ? end.startsWith(words.get(last)) : end.equals(words.get(last)))
                    && text.subList(at, at + last).equals(words.subList(0, last));
        }
    }

    /**
     * Understands what somebody typed, whatever it is.
     *
     * @param text for example {@code "release date" deploy*}
     */
    public static WordQuery parse(String text) {
        List<Phrase> phrases = new ArrayList<>();
        int left = MOST_WORDS;
        Matcher part = PART.matcher(text);
        while (part.find() && left > 0) {
            String quoted = part.group("quoted");
            String typed = quoted == null ? part.group("typed") : quoted;
            List<String> words = Words.of(typed);
            if (!words.isEmpty()) {
                List<String> some = words.subList(0, Math.min(left, words.size()));
                phrases.add(new Phrase(some, quoted == null && mayGoOn(typed, words, some)));
                left -= some.size();
            }
        }
        return new WordQuery(phrases);
    }

    private static boolean mayGoOn(String typed, List<String> words, List<String> some) {
        return typed.endsWith("*")
                && some.size() == words.size()
                && words.get(words.size() - 1).length() >= LEAST_PREFIX;
    }

    /**
     * Looks for the words of a name, one after the other.
     *
     * @param text the name
     */
    public static WordQuery phrase(String text) {
        List<String> words = Words.of(text);
        return new WordQuery(words.isEmpty() ? List.of() : List.of(new Phrase(words, false)));
    }

    /** Whether nothing can be found. */
    public boolean isEmpty() {
        return phrases.isEmpty();
    }

    /**
     * Whether a text has all of it.
     *
     * @param text any
     */
    public boolean isIn(String text) {
        List<String> words = Words.of(text);
        return !isEmpty() && phrases.stream().allMatch(phrase -> phrase.isIn(words));
    }
}
