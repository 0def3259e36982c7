package chat.client.console;

import chat.client.console.Paragraph.Kind;
import chat.common.RoomName;
import chat.common.UserName;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the lines of a server that speaks plain text into paragraphs. */
final class PlainTextPainter {
    private static final Pattern SPOKEN = Pattern.compile("([^\\s:(*]+)(\\(private\\))?: ?(.*)");

    /** Only a server begins a line so: no name begins with a bracket. */
    private static final Pattern IN_ROOM = Pattern.compile("\\[([^\\s\\]]+)] (.*)");

    private static final Pattern DONE = Pattern.compile("-> (\\S+) (.*)");

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
        Matcher inRoom = IN_ROOM.matcher(line);
        return inRoom.matches() && RoomName.received(inRoom.group(1)).isPresent()
                ? paintBare(inRoom.group(2), ownName).in(inRoom.group(1))
                : paintBare(line, ownName);
    }

    private Paragraph paintBare(String line, String ownName) {
        Matcher done = DONE.matcher(line);
        if (done.matches() && UserName.parse(done.group(1)).isPresent()) {
            boolean calls = !Mentions.in(done.group(2), ownName).isEmpty();
            return Paragraph.said(Kind.DONE, clock.instant(), done.group(1), done.group(2), calls);
        }
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
