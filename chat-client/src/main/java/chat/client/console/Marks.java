package chat.client.console;

import chat.common.UserName;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Paragraphs with marks and colours: {@code 10:31 ann  hi}, {@code 10:31 * bob joined}, {@code 10:31 ! User not found}.
 * Rows after the first are indented, so that nothing said can be taken for a row of its own.
 */
final class Marks {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final AttributedStyle NORMAL = AttributedStyle.DEFAULT;

    private final ZoneId zone;
    private final Theme theme;

    Marks(ZoneId zone, Theme theme) {
        this.zone = zone;
        this.theme = theme;
    }

    /**
     * Paints a paragraph.
     *
     * @param ownName what this person is called, to be marked in what others say; empty if nothing
     * @param columns how wide the terminal is
     */
    AttributedString paint(Paragraph paragraph, String ownName, int columns) {
        AttributedStringBuilder out = new AttributedStringBuilder();
        String time = paragraph.isPast()
                ? paragraph.when()
                : TIME.format(paragraph.at().atZone(zone));
        out.styled(noticeStyle(), time).append(" ");
        if (!paragraph.room().isEmpty()) {
            out.styled(roomStyle(paragraph.room()), "[" + paragraph.room() + "]")
                    .append(" ");
        }
        String who = paragraph.who();
        String text = paragraph.text();
        switch (paragraph.kind()) {
            case SAID -> {
                out.styled(nameStyle(who), who).append("  ");
                appendMarked(out, text, ownName);
            }
            case OWN -> out.styled(nameStyle(who), who).append("  ").append(text);
            case DONE -> {
                out.append("-> ").styled(nameStyle(who), who).append(" ");
                appendMarked(out, text, ownName);
            }
            case PRIVATE_FROM ->
                out.styled(nameStyle(who), who)
                        .styled(NORMAL.bold(), " → you ")
                        .styled(NORMAL.inverse(), "(private)")
                        .styled(NORMAL.bold(), ": " + text);
            case PRIVATE_TO ->
                out.styled(NORMAL.bold(), "you → ")
                        .styled(nameStyle(who), who)
                        .append(" ")
                        .styled(NORMAL.inverse(), "(private)")
                        .styled(NORMAL, ": " + text);
            case NOTICE -> out.styled(noticeStyle(), "* " + text);
            case FAILURE -> out.styled(failureStyle(), "! " + text);
        }
        AttributedString painted = out.toAttributedString();
        // one colour for all that is past: it does not compete with what is new
        return Wrapping.wrap(
                paragraph.isPast() ? new AttributedString(painted.toString(), noticeStyle()) : painted, columns);
    }

    private static void appendMarked(AttributedStringBuilder out, String text, String ownName) {
        int from = 0;
        List<Mentions.Span> spans = Mentions.in(text, ownName);
        for (Mentions.Span span : spans) {
            out.append(text, from, span.begin())
                    .styled(NORMAL.bold().inverse(), text.substring(span.begin(), span.end()));
            from = span.end();
        }
        out.append(text, from, text.length());
    }

    AttributedStyle noticeStyle() {
        return theme.notice() < 0 ? NORMAL.faint() : NORMAL.foreground(theme.notice());
    }

    private AttributedStyle failureStyle() {
        return theme.failure() < 0 ? NORMAL.bold() : NORMAL.bold().foreground(theme.failure());
    }

    /** A room has the colour that a person of its name would have, but is not in bold. */
    private AttributedStyle roomStyle(String room) {
        return theme.names().isEmpty() ? NORMAL : nameStyle(room).boldOff();
    }

    /** The same for a name however it is written, today and tomorrow. */
    AttributedStyle nameStyle(String name) {
        List<Integer> colors = theme.names();
        if (colors.isEmpty()) {
            return NORMAL.bold();
        }
        Optional<UserName> folded = UserName.parse(name);
        int hash = folded.isPresent() ? folded.get().hashCode() : name.hashCode();
        return NORMAL.bold().foreground(colors.get(Math.floorMod((hash * 0x9e3779b1) >>> 16, colors.size())));
    }
}
