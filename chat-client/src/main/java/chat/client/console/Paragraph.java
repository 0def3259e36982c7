package chat.client.console;

import chat.common.PrintableText;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * One thing to tell the person, before it is known how it will look.
 *
 * @param kind what it is
 * @param at when it happened
 * @param who whom it is about: the author, or the receiver of a private message of one's own; empty for what nobody said
 * @param text printable, in lines parted by LF; what people said has no LF in it
 * @param calls whether it is meant for this person in particular
 * @param room where it happened; empty for the current room, and for what happened in none
 * @param when if it is told later than it happened, the time as people read it; empty for news
 */
record Paragraph(Kind kind, Instant at, String who, String text, boolean calls, String room, String when) {
    /** What a paragraph is. */
    enum Kind {
        /** Somebody said something to the room. */
        SAID,
        /** This person said something to the room. */
        OWN,
        /** Somebody did something, perhaps this person. */
        DONE,
        /** Somebody wrote to this person alone. */
        PRIVATE_FROM,
        /** This person wrote to somebody alone. */
        PRIVATE_TO,
        /** The server or this program tells something. */
        NOTICE,
        /** Something could not be done. */
        FAILURE
    }

    static Paragraph said(Kind kind, Instant at, String who, String text, boolean calls) {
        return new Paragraph(kind, at, who, PrintableText.clean(text), calls, "", "");
    }

    static Paragraph notice(Instant at, String text) {
        return new Paragraph(Kind.NOTICE, at, "", cleanLines(text), false, "", "");
    }

    static Paragraph failure(Instant at, String text) {
        return new Paragraph(Kind.FAILURE, at, "", cleanLines(text), false, "", "");
    }

    /** The same, as it happened in another room than the current one. */
    Paragraph in(String otherRoom) {
        return new Paragraph(kind, at, who, text, calls, PrintableText.clean(otherRoom), when);
    }

    /** The same, told later than it happened: that calls nobody any more. */
    Paragraph told(String time) {
        return new Paragraph(kind, at, who, text, false, room, time);
    }

    /** Whether it is told later than it happened. */
    boolean isPast() {
        return !when.isEmpty();
    }

    private static String cleanLines(String text) {
        return text.lines().map(PrintableText::clean).collect(Collectors.joining("\n"));
    }
}
