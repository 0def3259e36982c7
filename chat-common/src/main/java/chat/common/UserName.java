package chat.common;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name that a person goes by. Two names are equal when they differ in case or compatibility forms only, so
 * {@code Ann} is taken while {@code ann} is here. No name has a space, a colon or a star in it, so nothing that begins
 * with one can be taken for a notice or for somebody else's words.
 */
public final class UserName implements Comparable<UserName> {
    /** What a name may be, as the end of a sentence. */
    public static final String RULE =
            "1 to " + Limits.MAX_NAME_LENGTH + " letters, digits, '-', '_' or '.', and begins with a letter or digit";

    private static final Set<String> RESERVED = Set.of(
            "admin",
            "administrator",
            "all",
            "anonymous",
            "everyone",
            "host",
            "me",
            "moderator",
            "nobody",
            "operator",
            "root",
            "server",
            "system",
            "unknown",
            "unnamed",
            "you");

    private final String shown;
    private final String key;

    private UserName(String shown) {
        this.shown = shown;
        String folded = fold(shown);
        this.key = folded.equals(shown) ? shown : folded; // most names are in lower case: one string serves both
    }

    /**
     * Says what is wrong with a name.
     *
     * @param text what somebody wants to be called
     * @return one sentence that says what is allowed, or null if it can be a name
     */
    public static @Nullable String problemWith(String text) {
        String name = composed(text);
        int length = name.codePointCount(0, name.length());
        boolean wellFormed = length >= 1
                && length <= Limits.MAX_NAME_LENGTH
                && Character.isLetterOrDigit(name.codePointAt(0))
                && allAllowed(name);
        if (!wellFormed) {
            return "This cannot be a name. A name has " + RULE + ".";
        }
        if (RESERVED.contains(fold(name))) {
            return "The name " + name + " is reserved. Please choose another one: it has " + RULE + ".";
        }
        return null;
    }

    /**
     * Reads a name that somebody typed.
     *
     * @param text any text
     * @return the name, if it can be one
     */
    public static Optional<UserName> parse(String text) {
        return problemWith(text) == null ? Optional.of(new UserName(composed(text))) : Optional.empty();
    }

    /**
     * Makes a name.
     *
     * @param text what somebody wants to be called
     * @return the name, in Unicode's composed form (NFC)
     * @throws IllegalArgumentException with the sentence of {@link #problemWith} if this cannot be a name
     */
    public static UserName of(String text) {
        String problem = problemWith(text);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        return new UserName(composed(text));
    }

    private static String composed(String text) {
        return isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether there is nothing to normalize: names are looked up for every private message. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean allAllowed(String name) {
        int c;
        for (int i = 0; i < name.length(); i += Character.charCount(c)) {
            c = name.codePointAt(i);
            if (!allowed(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean allowed(int c) {
        return (Character.isLetterOrDigit(c) || isMark(c) || c == '-' || c == '_' || c == '.') && !isInvisible(c);
    }

    /** Vowel signs and the like, without which names in many scripts cannot be written. */
    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Fillers and variation selectors, letters or marks that show nothing: with one, two names would look alike. */
    private static boolean isInvisible(int c) {
        return c == 0x34f
                || (c >= 0x115f && c <= 0x1160)
                || (c >= 0x17b4 && c <= 0x17b5)
                || (c >= 0x180b && c <= 0x180f)
                || c == 0x3164
                || (c >= 0xfe00 && c <= 0xfe0f)
                || c == 0xffa0
                || (c >= 0xe0100 && c <= 0xe01ef);
    }

    private static String fold(String name) {
        if (isAscii(name)) {
            return name.toLowerCase(Locale.ROOT);
        }
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** The number of {@code char}s it is shown with, for layout and memory bounds. */
    public int length() {
        return shown.length();
    }

    @Override
    public int compareTo(UserName other) {
        return key.compareTo(other.key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UserName name && key.equals(name.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** The name as its owner typed it. */
    @Override
    public String toString() {
        return shown;
    }
}
