package chat.client.console;

import java.util.Arrays;
import java.util.Set;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jspecify.annotations.Nullable;

/**
 * A password while it is typed. It is in no line of JLine's, so that nothing that remembers, brings back, searches or
 * completes lines ever sees it. One thread.
 */
final class PasswordEntry {
    /** How many characters it takes, far more than anybody types; the others are left out. */
    static final int LONGEST = 1000;

    /** The name of what Esc does, where it is no more than itself. */
    static final String GIVE_UP = "password-give-up";

    /** How long Esc may be the beginning of what another key sends. */
    private static final long ESC_MILLIS = 150;

    private static final String IGNORE = "password-ignore";
    private static final Set<String> ENTER = Set.of("\r", "\n");
    private static final Set<String> ERASE = Set.of("\b", "\177");
    private static final String ESC = "\033";
    private static final Set<String> GIVING_UP = Set.of(KeyMap.ctrl('C'), KeyMap.ctrl('D'), KeyMap.ctrl('G'));
    private static final String CLEAR = KeyMap.ctrl('U');

    private final char[] typed = new char[LONGEST];
    private int length;
    private boolean inUnknownKey;

    /** What a key has done. */
    enum Outcome {
        /** It goes on. */
        TYPING,
        /** Enter. */
        ENTERED,
        /** The person does not want to. */
        GIVEN_UP,
        /** A paste begins, which whoever reads keys has to take. */
        PASTING
    }

    /**
     * The keys, each as long as in the line that is typed otherwise, so that it is the same key to both.
     *
     * @param others the keys of that line
     */
    static KeyMap<Binding> keys(KeyMap<Binding> others) {
        Reference ignored = new Reference(IGNORE);
        KeyMap<Binding> keys = new KeyMap<>();
        others.getBoundKeys().keySet().forEach(key -> keys.bind(ignored, key));
        keys.bind(ignored, LineReaderImpl.BRACKETED_PASTE_BEGIN);
        keys.bind(new Reference(GIVE_UP), ESC);
        keys.setUnicode(ignored);
        keys.setNomatch(ignored);
        keys.setAmbiguousTimeout(ESC_MILLIS);
        return keys;
    }

    /**
     * Takes a key.
     *
     * @param binding what it is bound to
     * @param key as the terminal sends it
     */
    Outcome press(Binding binding, String key) {
        boolean escape =
                binding instanceof Reference reference && reference.name().equals(GIVE_UP);
        if (!escape && isOfUnknownKey(key)) {
            return Outcome.TYPING;
        }
        if (ENTER.contains(key)) {
            return Outcome.ENTERED;
        }
        if (escape || GIVING_UP.contains(key)) {
            return Outcome.GIVEN_UP;
        }
        if (key.equals(LineReaderImpl.BRACKETED_PASTE_BEGIN)) {
            return Outcome.PASTING;
        }
        if (ERASE.contains(key)) {
            erase();
        } else if (key.equals(CLEAR)) {
            clear();
        } else if (key.codePointCount(0, key.length()) == 1) {
            add(key);
        }
        return Outcome.TYPING;
    }

    /** Whether this belongs to what some key sends that is bound to nothing: Esc, a bracket, digits, and something else. */
    private boolean isOfUnknownKey(String key) {
        if (key.equals(ESC)) {
            inUnknownKey = true;
            return true;
        }
        boolean belongs = inUnknownKey && key.length() == 1;
        char c = key.charAt(0);
        inUnknownKey = belongs && ("[O".indexOf(c) >= 0 || (c >= ' ' && c < '@'));
        return belongs;
    }

    /** Takes text as it is but for the end of its line, with which it may have been copied; several lines are no password. */
    void paste(String text) {
        add(text.stripTrailing().lines().count() > 1 ? "" : text.replaceAll("[\r\n]+$", ""));
    }

    private void add(String text) {
        if (text.chars().noneMatch(Character::isISOControl) && length + text.length() <= LONGEST) {
            text.getChars(0, text.length(), typed, length);
            length += text.length();
        }
    }

    private void erase() {
        if (length > 0) {
            length -= Character.charCount(Character.codePointBefore(typed, length));
        }
    }

    /** Whether nothing was typed. */
    boolean isEmpty() {
        return length == 0;
    }

    /** Lets go of all. */
    void clear() {
        Arrays.fill(typed, '\0');
        length = 0;
    }

    /** An asterisk for each character. */
    String stars() {
        return "*".repeat(Character.codePointCount(typed, 0, length));
    }

    /** What was typed, which is let go of here. */
    char[] take() {
        char[] taken = Arrays.copyOf(typed, length);
        clear();
        return taken;
    }

    /** What a key does in the line that is typed otherwise. */
    static @Nullable Binding inLine(KeyMap<Binding> keys, String key) {
        Binding bound = keys.getBound(key);
        return bound == null && key.codePointCount(0, key.length()) == 1 ? keys.getUnicode() : bound;
    }
}
