package chat.common;

/**
 * The one decision about what text may reach another person's terminal. What people type is cleaned once, on its way
 * in, so that rooms, names, logs and every wire format get printable text only.
 *
 * <p>Dropped: C0 controls other than tab, DEL, C1 controls (U+009B alone begins an escape sequence), bidirectional
 * embeddings, overrides and isolates (Unicode UAX #9: left open they reorder what follows), and noncharacters. Line and
 * paragraph separators become spaces, unpaired surrogates U+FFFD. What followed an ESC stays, visible and harmless.
 */
public final class PrintableText {
    private PrintableText() {}

    /**
     * Cleans a line.
     *
     * @param text any text
     * @return the same object if nothing had to go, else a cleaned copy; cleaning it again changes nothing
     */
    public static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' ? c != '\t' : c >= 0x7f && !plainAboveAscii(c)) {
                return cleaned(text, i);
            }
        }
        return text;
    }

    /** Whether a char from DEL on is certainly fine by itself; the slow path decides on the others. */
    private static boolean plainAboveAscii(char c) {
        return (c >= 0xa0 && c < 0x2028) || (c > 0x2069 && c < 0xd800);
    }

    private static String cleaned(String text, int firstSuspect) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, firstSuspect);
        int c;
        for (int i = firstSuspect; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            int kept = kept(c);
            if (kept >= 0) {
                out.appendCodePoint(kept);
            }
        }
        return out.toString();
    }

    /** What stands for a code point in clean text; -1 for nothing. */
    private static int kept(int c) {
        if (c == '\t') {
            return c;
        }
        if (c == 0x2028 || c == 0x2029) {
            return ' ';
        }
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            return 0xfffd;
        }
        return Character.isISOControl(c) || reorders(c) || isNoncharacter(c) || c == 0xfeff ? -1 : c;
    }

    private static boolean reorders(int c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isNoncharacter(int c) {
        return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
    }
}
