package chat.client.console;

import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * Shows the line being typed so that every terminal gives it the same number of cells. DrawableTerminal disagree about emoji
 * that are joined to one or told how to look: while they are typed, their parts stand side by side.
 */
final class CellHighlighter implements Highlighter {
    private static final char SHOWN_LINE_END = '\u21b5';

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        AttributedStringBuilder shown = new AttributedStringBuilder(buffer.length());
        for (int i = 0; i < buffer.length(); i++) {
            char c = buffer.charAt(i);
            if (c == PastedText.LINE_END) {
                shown.append(SHOWN_LINE_END);
            } else if (!joins(c)) {
                shown.append(c);
            }
        }
        return shown.toAttributedString();
    }

    /** Zero width joiner and variation selectors. */
    private static boolean joins(char c) {
        return c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f);
    }
}
