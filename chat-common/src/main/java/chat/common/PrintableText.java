package chat.common;

/**
 * The one decision about what text may reach another person's terminal. What people type is cleaned once, on its way
 * in, so that rooms, names, logs and every wire format get printable text only.
 *
 * <ul>
 *   <li>A whole escape sequence goes without a trace. One that never ends stays visible, its beginning as U+241B.
 *   <li>Controls other than tab go, and so do noncharacters, embeddings, overrides and isolates (Unicode UAX #9: left
 *       open they reorder what follows), interlinear annotations, fillers that show nothing, and tags outside of flags.
 *   <li>Line and paragraph separators become spaces, unpaired surrogates U+FFFD.
 *   <li>A character keeps at most {@value #MAX_MARKS} combining marks, {@value #MAX_JOINERS} joiners and marks of
 *       direction, and one variation selector.
 * </ul>
 */
public final class PrintableText {
    /** The most combining marks on one character; the tallest stack in use, in Tibetan, has so many. */
    static final int MAX_MARKS = 8;

    /** The most joiners, direction marks and the like, which show nothing themselves, behind one character. */
    static final int MAX_JOINERS = 2;

    private PrintableText() {}

    /**
     * Cleans a line.
     *
     * @param text any text
     * @return the same object if nothing had to go, else a cleaned copy; cleaning it again changes nothing
     */
    public static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return new TextCleaner(text).cleaned(Math.max(0, i - 1));
            }
        }
        return text;
    }

    /** Whether a char is certainly fine by itself, whatever is around it; {@link TextKind} decides on the others. */
    static boolean isPlain(char c) {
        if (c < 0x7f) {
            return c >= ' ' || c == '\t';
        }
        if (c < 0x590) {
            return (c >= 0xa0 && c < 0x300 && c != 0xad) || (c >= 0x370 && c < 0x483) || c >= 0x48a;
        }
        return (c >= 0x3400 && c < 0xa4d0) // Chinese
                || (c >= 0xac00 && c < 0xd7a4) // Korean
                || (c >= 0x3041 && c < 0x3097) // Japanese
                || (c >= 0x309b && c < 0x3100)
                || (c >= 0x5d0 && c < 0x5eb) // Hebrew
                || (c >= 0x620 && c < 0x64b) // Arabic
                || (c >= 0x2010 && c < 0x2028) // punctuation
                || (c >= 0x2030 && c < 0x2060)
                || (c >= 0x20a0 && c < 0x20d0) // currencies
                || (c >= 0x2100 && c < 0x2c00) // arrows, frames, symbols
                || (c >= 0x3000 && c < 0x302a);
    }
}
