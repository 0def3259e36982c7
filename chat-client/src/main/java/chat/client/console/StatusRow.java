package chat.client.console;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** The rows in front of the input line: lines that wait, the status, and the prompt. */
final class StatusRow {
    private StatusRow() {}

    /**
     * Draws them.
     *
     * @param columns how wide the terminal is; no row but the prompt reaches its edge
     * @param styled whether to use bold, inverse and the like
     */
    static List<AttributedString> rows(Standing standing, int columns, boolean styled) {
        List<AttributedString> rows = new ArrayList<>();
        int width = Math.max(8, columns - 1);
        List<String> waiting = standing.waiting();
        int shown = Math.min(waiting.size(), Standing.SHOWN);
        for (String line : waiting.subList(0, shown)) {
            rows.add(row("  ... " + line, " (not sent yet)", width, styled, AttributedStyle.DEFAULT.faint()));
        }
        if (waiting.size() > shown) {
            String more = "  ... and " + (waiting.size() - shown) + " more";
            rows.add(row(more, "", width, styled, AttributedStyle.DEFAULT.faint()));
        }
        rows.add(row(status(standing.status(), width), "", width, styled, AttributedStyle.DEFAULT.inverse()));
        AttributedStyle bold = styled ? AttributedStyle.DEFAULT.bold() : AttributedStyle.DEFAULT;
        rows.add(new AttributedString(standing.prompt(), bold));
        return rows;
    }

    /** As many pieces as fit. */
    private static String status(List<String> pieces, int width) {
        StringBuilder status = new StringBuilder(" ").append(pieces.isEmpty() ? "" : pieces.get(0));
        for (String piece : pieces.subList(Math.min(1, pieces.size()), pieces.size())) {
            if (Cells.of(status) + 3 + Cells.of(piece) > width - 1) {
                break;
            }
            status.append(" | ").append(piece);
        }
        return status.append(' ').toString();
    }

    private static AttributedString row(String text, String end, int width, boolean styled, AttributedStyle style) {
        AttributedStringBuilder row = new AttributedStringBuilder();
        row.style(styled ? style : AttributedStyle.DEFAULT);
        row.append(Cells.cut(text, width - end.length())).append(end);
        return row.toAttributedString();
    }
}
