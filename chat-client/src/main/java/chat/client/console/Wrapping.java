package chat.client.console;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * Breaks text between words, and indents every row but the first. A word longer than a row is left to the terminal; as
 * it has no blank in it, what then stands at the edge cannot look like the beginning of a line.
 */
final class Wrapping {
    /** Under the text behind the time. */
    private static final String INDENT = " ".repeat(6);

    private static final int TAB = 8;

    private Wrapping() {}

    /**
     * Wraps a text.
     *
     * @param text LF means a new row
     * @param columns how wide the terminal is; with less than 20, text is left to the terminal
     */
    static AttributedString wrap(AttributedString text, int columns) {
        int width = columns < 20 ? Integer.MAX_VALUE : columns;
        AttributedStringBuilder out = new AttributedStringBuilder(text.length() + 16);
        String indent = INDENT;
        int column = 0;
        int i = 0;
        while (i < text.length()) {
            int word = afterBlanks(text, i);
            int end = afterWord(text, word);
            int blanks = columnsOf(text, i, word, column);
            int letters = columnsOf(text, word, end, 0);
            if (column > indent.length() && column + blanks + letters > width) {
                out.append("\n").append(indent);
                column = indent.length();
            } else {
                appendBlanks(out, text, i, word, column);
                column += blanks;
            }
            out.append(text, word, end);
            column = (column + letters - 1) % width + 1;
            i = end;
            if (i < text.length() && text.charAt(i) == '\n') {
                out.append("\n").append(INDENT);
                column = INDENT.length();
                i++;
                // what belongs to an indented row is indented more
                int own = afterBlanks(text, i) - i;
                indent = " ".repeat(Math.min(INDENT.length() + (own == 0 ? 0 : own + 2), width / 2));
            }
        }
        return out.toAttributedString();
    }

    /** The blanks as they are, but for tabs: a terminal's own stops do not know about the time in front. */
    private static void appendBlanks(AttributedStringBuilder out, AttributedString text, int from, int to, int column) {
        for (int i = from, at = column; i < to; i++) {
            int cells = columnsOf(text, i, i + 1, at);
            if (text.charAt(i) == '\t') {
                out.append(" ".repeat(cells));
            } else {
                out.append(text, i, i + 1);
            }
            at += cells;
        }
    }

    private static int afterBlanks(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int afterWord(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && !isBlank(text.charAt(i)) && text.charAt(i) != '\n') {
            i++;
        }
        return i;
    }

    /** Any kind of space counts, also those that should not break: a row must not begin with a forged line. */
    private static boolean isBlank(char c) {
        return c == '\t' || Character.isSpaceChar(c);
    }

    private static int columnsOf(CharSequence text, int from, int to, int column) {
        int columns = 0;
        int c;
        for (int i = from; i < to; i += Character.charCount(c)) {
            c = Character.codePointAt(text, i);
            columns += c == '\t' ? TAB - (column + columns) % TAB : Cells.of(c);
        }
        return columns;
    }
}
