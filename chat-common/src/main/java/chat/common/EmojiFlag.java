package chat.common;

/** The flags of regions such as Wales: a black flag, the region's code in tags, and a tag that ends it (UTS #51). */
final class EmojiFlag {
    private static final int MIN_CODE = 3;
    private static final int MAX_CODE = 6;
    private static final int END = 0xe007f;

    private EmojiFlag() {}

    /** The index behind the tags that start at one, or the same index if they make no flag. */
    static int end(String text, int start) {
        int i = start;
        int letters = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == END) {
                return letters >= MIN_CODE && letters <= MAX_CODE ? i : start;
            }
            if (!isCode(c) || ++letters > MAX_CODE) {
                return start;
            }
        }
        return start;
    }

    /** Digits and lower-case letters, as tags. */
    private static boolean isCode(int c) {
        return (c >= 0xe0030 && c <= 0xe0039) || (c >= 0xe0061 && c <= 0xe007a);
    }
}
