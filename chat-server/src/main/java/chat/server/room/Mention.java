package chat.server.room;

import chat.common.UserName;
import chat.common.event.Authored;
import java.util.Locale;

/**
 * Looks for a person's name in what others say: as a word of its own, in any case, with or without {@code @}. As the
 * console client marks it.
 */
public final class Mention {
    private final UserName name;
    private final String needle;

    /**
     * Of one person.
     *
     * @param name who
     */
    public Mention(UserName name) {
        this.name = name;
        this.needle = name.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether somebody else names the person. Any thread.
     *
     * @param told what somebody said, did or made the topic
     * @return whether it does
     */
    public boolean isIn(Authored told) {
        if (told.from().equals(name)) {
            return false;
        }
        String text = told.text().toLowerCase(Locale.ROOT);
        for (int at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
            if (endsWord(text, at - 1, -1) && endsWord(text, at + needle.length(), 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no part of a name stands here; a dot or a dash does not count unless more of a name follows it. */
    private static boolean endsWord(String text, int at, int direction) {
        if (at < 0 || at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        if (c != '.' && c != '-') {
            return !isPartOfName(c);
        }
        int beyond = at + direction;
        return beyond < 0 || beyond >= text.length() || !isPartOfName(text.charAt(beyond));
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
    }
}
