package chat.client.console;

import chat.client.console.Paragraph.Kind;
import chat.common.UserName;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the lines of a server that speaks plain text into paragraphs. */
final class PlainTextPainter {
    private static final Pattern SPOKEN = Pattern.compile("([^\\s:(*]+)(\\(private\\))?: ?(.*)");

    private final Clock clock;

    PlainTextPainter(Clock clock) {
        this.clock = clock;
    }

    /**
     * What to print.
     *
     * @param line printable
     * @param ownName what this person is called; empty if nothing
     */
    Paragraph paint(String line, String ownName) {
        Matcher spoken = SPOKEN.matcher(line);
        if (spoken.matches() && UserName.parse(spoken.group(1)).isPresent()) {
            boolean isPrivate = spoken.group(2) != null;
            String text = spoken.group(3);
            boolean calls = isPrivate || !Mentions.in(text, ownName).isEmpty();
            Kind kind = isPrivate ? Kind.PRIVATE_FROM : Kind.SAID;
            return Paragraph.said(kind, clock.instant(), spoken.group(1), text, calls);
        }
        return Paragraph.notice(clock.instant(), line.startsWith("* ") ? line.substring(2) : line);
    }

    /** Whose name a line shows to be here, if any. */
    static Optional<UserName> speaker(Paragraph paragraph) {
        return paragraph.who().isEmpty() ? Optional.empty() : UserName.parse(paragraph.who());
    }
}
