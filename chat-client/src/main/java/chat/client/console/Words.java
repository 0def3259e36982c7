package chat.client.console;

/** Words instead of marks, one line each, for screen readers, dumb terminals and files. */
final class Words {
    private Words() {}

    /** The paragraph as lines parted by LF, without one at the end. */
    static String of(Paragraph paragraph) {
        String text = paragraph.text().replace("\n", "\n  ");
        String room = paragraph.room().isEmpty() ? "" : "in " + paragraph.room() + ", ";
        return room
                + (paragraph.isPast() ? "at " + paragraph.when() + ", " : "")
                + switch (paragraph.kind()) {
                    case SAID -> paragraph.who() + " says: " + text;
                    case OWN -> "you say: " + text;
                    case DONE -> "action: " + paragraph.who() + " " + text;
                    case PRIVATE_FROM -> "private from " + paragraph.who() + ": " + text;
                    case PRIVATE_TO -> "private to " + paragraph.who() + ": " + text;
                    case NOTICE -> "notice: " + text;
                    case FAILURE -> "error: " + text;
                };
    }
}
