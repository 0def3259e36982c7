package chat.client.script;

import chat.common.event.Failure;
import chat.common.event.NamePrompt;
import chat.common.event.Received;
import chat.common.event.TextLines;

/** What answers mean to a script. */
final class Answers {
    private Answers() {}

    /** Whether the line was not done: for some reason, or because we have no name. */
    static boolean isRefusal(Received answer) {
        return answer.event() instanceof Failure || answer.event() instanceof NamePrompt;
    }

    /** An answer of one line as people read it. */
    static String text(Received answer) {
        StringBuilder text = new StringBuilder();
        answer.event().writeText(new TextLines(text, ""));
        return text.toString();
    }

    /**
     * Whether a server that speaks plain text says that nobody has a name, the one thing that every server says in these
     * words when it did not take a line. Nobody's own words look like this: they have a name and a colon in front.
     */
    static boolean isNotFound(String line) {
        int space = line.indexOf(' ');
        boolean somebodys = space > 0 && line.charAt(space - 1) == ':';
        return !somebodys && !line.startsWith("* ") && line.contains("not found");
    }
}
