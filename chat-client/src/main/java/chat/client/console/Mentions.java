package chat.client.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds a person's name in what others say, as a word of its own, in any case, with or without {@code @}. */
final class Mentions {
    private Mentions() {}

    /**
     * A piece of a text.
     *
     * @param begin of its first char
     * @param end behind its last char
     */
    record Span(int begin, int end) {}

    /**
     * Finds all mentions.
     *
     * @param name whom; empty for nobody
     */
    static List<Span> in(String text, String name) {
        List<Span> found = new ArrayList<>();
        if (name.isEmpty() || text.length() < name.length()) {
            return found;
        }
        String haystack = lower(text);
        String needle = lower(name);
        if (haystack.length() != text.length()) {
            return found; // a letter that changes its length with its case: rather no mark than a wrong one
        }
        for (int at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length())) {
            int end = at + needle.length();
            if (endsWord(haystack, at, -1) && endsWord(haystack, end, 0)) {
                found.add(new Span(at > 0 && text.charAt(at - 1) == '@' ? at - 1 : at, end));
            }
        }
        return found;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether no part of a name stands beside; a dot or a dash does not count unless more of a name follows it. */
    private static boolean endsWord(String text, int at, int offset) {
        int i = at + offset;
        if (i < 0 || i >= text.length()) {
            return true;
        }
        char c = text.charAt(i);
        if (c != '.' && c != '-') {
            return !isPartOfName(c);
        }
        int beyond = offset == 0 ? i + 1 : i - 1;
        return beyond < 0 || beyond >= text.length() || !isPartOfName(text.charAt(beyond));
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
    }
}
