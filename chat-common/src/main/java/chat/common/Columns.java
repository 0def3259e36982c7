package chat.common;

/** How many columns of a terminal text takes. */
final class Columns {
    private Columns() {}

    /**
     * Counts columns: two for letters as wide as Chinese ones, none for marks drawn onto others.
     *
     * @param text letters, digits, marks and punctuation, as in names; not emoji
     */
    static int of(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    /** The blocks of East Asian scripts; Unicode keeps what is unassigned in them for wide characters, too. */
    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115f
                        || (c >= 0x2e80 && c <= 0xa4cf)
                        || (c >= 0xa960 && c <= 0xa97f)
                        || (c >= 0xac00 && c <= 0xd7a3)
                        || (c >= 0xf900 && c <= 0xfaff)
                        || (c >= 0xff01 && c <= 0xff60)
                        || (c >= 0x16fe0 && c <= 0x18dff)
                        || (c >= 0x1aff0 && c <= 0x1b2ff)
                        || (c >= 0x20000 && c <= 0x3ffff));
    }
}
