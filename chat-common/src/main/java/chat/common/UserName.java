package chat.common;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rocks.xmpp.precis.InvalidDirectionalityException;
import rocks.xmpp.precis.PrecisProfiles;

/**
 * A name that a person goes by, prepared and compared as RFC 8265 says: shown in the case it was typed in
 * (UsernameCasePreserved), equal without regard to case (UsernameCaseMapped), so {@code Ann} is taken while {@code ann}
 * is here. No name has a space, a colon or a star in it, so nothing that begins with one can be taken for a notice or
 * for somebody else's words. Which names only look alike, the server decides.
 */
public final class UserName implements Comparable<UserName> {
    /** What a name may be, as the end of a sentence. */
    public static final String RULE =
            "1 to " + Limits.MAX_NAME_LENGTH + " letters, digits, '-', '_' or '.', and begins with a letter or digit";

    private static final String MALFORMED = "This cannot be a name. A name has " + RULE + ".";
    private static final String TOO_WIDE = "This cannot be a name. It is too wide. Letters such as Chinese ones count"
            + " two, and a name has " + Limits.MAX_NAME_LENGTH + " at most.";
    private static final String BOTH_DIRECTIONS = "This cannot be a name. Its letters must all be written in one"
            + " direction, and in Hebrew, Arabic and the like a letter comes first.";

    /** The most marks on one letter (Unicode UTS #39, 5.4). */
    private static final int MAX_MARKS = 4;

    private final String shown;
    private final String key;

    private UserName(String shown, String key) {
        this.shown = shown;
        this.key = key.equals(shown) ? shown : key; // most names are in lower case: one string serves both
    }

    /**
     * Says what is wrong with a name.
     *
     * @param text what somebody wants to be called
     * @return one sentence that says what is allowed, or null if it can be a name
     */
    public static @Nullable String problemWith(String text) {
        String name;
        try {
            name = enforced(text).shown;
        } catch (InvalidDirectionalityException e) {
            return isWellFormed(text, false) ? BOTH_DIRECTIONS : MALFORMED;
        } catch (IllegalArgumentException e) {
            return MALFORMED;
        }
        if (!isWellFormed(name, false)) {
            return MALFORMED;
        }
        return Columns.of(name) <= Limits.MAX_NAME_LENGTH ? null : TOO_WIDE;
    }

    /**
     * Reads a name that somebody typed.
     *
     * @param text any text
     * @return the name, if it can be one
     */
    public static Optional<UserName> parse(String text) {
        return problemWith(text) == null ? Optional.of(enforced(text)) : Optional.empty();
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
        return enforced(text);
    }

    /**
     * Takes a name from a server, which may know a newer Unicode than this program does: a letter that is new must not
     * make a message unreadable.
     *
     * @param text what the server calls somebody
     * @return the name, if nobody could take it for anything else
     */
    public static Optional<UserName> received(String text) {
        if (!isWellFormed(text, true)) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return Optional.of(new UserName(text, isAscii(text) ? lower : caseFolded(lower)));
    }

    /** Full-width letters get their usual width, and everything is composed; for ASCII that means nothing. */
    private static UserName enforced(String text) {
        if (isAscii(text)) {
            return new UserName(text, text.toLowerCase(Locale.ROOT));
        }
        return new UserName(
                PrecisProfiles.USERNAME_CASE_PRESERVED.enforce(text),
                caseFolded(PrecisProfiles.USERNAME_CASE_MAPPED.enforce(text)));
    }

    /**
     * Lower case keeps apart what upper case does not: {@code ß} and {@code ss}. Marks are taken off their letters first,
     * as an iota below becomes a letter of its own (The Unicode Standard, 3.13, D145).
     */
    private static String caseFolded(String name) {
        String apart = Normalizer.normalize(name, Normalizer.Form.NFD);
        return Normalizer.normalize(apart.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /** Whether there is nothing to normalize: names are looked up for every private message, and read from every row. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWellFormed(String name, boolean newLetters) {
        int length = name.codePointCount(0, name.length());
        return length >= 1
                && length <= Limits.MAX_NAME_LENGTH
                && isLetter(name.codePointAt(0), newLetters)
                && allAllowed(name, newLetters);
    }

    private static boolean allAllowed(String name, boolean newLetters) {
        int marks = 0;
        int c;
        for (int i = 0; i < name.length(); i += Character.charCount(c)) {
            c = name.codePointAt(i);
            TextKind kind = TextKind.of(c);
            marks = kind == TextKind.MARK ? marks + 1 : 0;
            boolean allowed = kind == TextKind.MARK
                    ? marks <= MAX_MARKS
                    : kind == TextKind.VISIBLE && (isLetter(c, newLetters) || c == '-' || c == '_' || c == '.');
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(int c, boolean newLetters) {
        return Character.isLetterOrDigit(c) || (newLetters && Character.getType(c) == Character.UNASSIGNED);
    }

    /** The number of {@code char}s it is shown with, for layout and memory bounds. */
    public int length() {
        return shown.length();
    }

    /** The name as it is compared: without regard to case. */
    public String folded() {
        return key;
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
