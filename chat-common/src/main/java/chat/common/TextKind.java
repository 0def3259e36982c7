package chat.common;

/**
 * What a code point is to a reader. Where Java's Unicode data matters it is only to tell combining marks; whatever is
 * dropped is named by range, so that an older Java drops the same and newer emoji pass.
 */
enum TextKind {
    /** Shows something, or is a space. */
    VISIBLE,
    /** Is drawn onto what stands before it. */
    MARK,
    /** Shows nothing, but joins or separates letters or tells their direction. */
    JOINER,
    /** Chooses between the forms of what stands before it. */
    SELECTOR,
    /** Chooses between the forms of the ideograph before it. */
    IDEOGRAPH_SELECTOR,
    /** Ends a line or a paragraph in the middle of a line. */
    SEPARATOR,
    /** Half of a character. */
    SURROGATE,
    /** A control character, or the first of an escape sequence. */
    CONTROL,
    /** Has no place in a line of chat. */
    DROPPED;

    static TextKind of(int c) {
        if (c < 0xa0) {
            return c < ' ' ? (c == '\t' ? VISIBLE : CONTROL) : c < 0x7f ? VISIBLE : CONTROL;
        }
        if (c == 0x2028 || c == 0x2029) {
            return SEPARATOR;
        }
        if (isSelector(c)) {
            return SELECTOR;
        }
        if (isJoiner(c)) {
            return JOINER;
        }
        if (c >= 0xe0100 && c <= 0xe01ef) {
            return IDEOGRAPH_SELECTOR;
        }
        if (reorders(c) || isNoncharacter(c) || showsNothing(c)) {
            return DROPPED;
        }
        return byType(c);
    }

    private static TextKind byType(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> MARK;
            case Character.SURROGATE -> SURROGATE;
            case Character.UNASSIGNED -> isInMarkBlock(c) ? MARK : VISIBLE;
            default -> VISIBLE;
        };
    }

    private static boolean isSelector(int c) {
        return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0x180b && c <= 0x180d) || c == 0x180f;
    }

    private static boolean isJoiner(int c) {
        return (c >= 0x200b && c <= 0x200f) || c == 0xad || c == 0x34f || c == 0x61c || c == 0x180e || c == 0x2060;
    }

    /** Embeddings, overrides, isolates, and the deprecated ones. */
    private static boolean reorders(int c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x206f);
    }

    private static boolean isNoncharacter(int c) {
        return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
    }

    /** Unicode's ignorable code points that none of the others want: fillers, annotations, music's brackets, tags. */
    private static boolean showsNothing(int c) {
        return (c >= 0x115f && c <= 0x1160)
                || (c >= 0x17b4 && c <= 0x17b5)
                || (c >= 0x2061 && c <= 0x2065)
                || c == 0x3164
                || c == 0xfeff
                || c == 0xffa0
                || (c >= 0xfff0 && c <= 0xfffc)
                || (c >= 0x1bca0 && c <= 0x1bca3)
                || (c >= 0x1d173 && c <= 0x1d17a)
                || (c >= 0xe0000 && c <= 0xe0fff);
    }

    /** Whether Unicode keeps these for combining marks that this Java does not know yet. */
    private static boolean isInMarkBlock(int c) {
        return (c >= 0x1ab0 && c <= 0x1aff)
                || (c >= 0x1dc0 && c <= 0x1dff)
                || (c >= 0x20d0 && c <= 0x20ff)
                || (c >= 0xfe20 && c <= 0xfe2f);
    }
}
