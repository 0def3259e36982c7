package chat.client.console;

import org.jline.utils.WCWidth;

/** Counts the cells that text takes on a terminal. */
final class Cells {
    private Cells() {}

    /** How many cells a code point takes: 0, 1 or 2. */
    static int of(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /** How many cells a text takes. */
    static int of(CharSequence text) {
        return text.codePoints().map(Cells::of).sum();
    }

    /** As much of a text as fits. */
    static String cut(String text, int cells) {
        int taken = 0;
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            taken += of(c);
            if (taken > cells) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    /** In which row below the first a terminal has its cursor when a text is written; a full row goes on in the next. */
    static int rowBehind(CharSequence text, int columns) {
        int row = 0;
        int column = 0;
        for (int c : text.codePoints().toArray()) {
            int cells = of(c);
            if (column + cells > columns) {
                row++;
                column = 0;
            }
            column += cells;
        }
        return column == columns ? row + 1 : row;
    }
}
