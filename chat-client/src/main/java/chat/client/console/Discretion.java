package chat.client.console;

import chat.client.link.SecretWords;
import chat.common.Request;
import java.util.Set;

/** The one place that decides which typed lines are remembered, and where. */
final class Discretion {
    /** What follows these is for one other person. */
    private static final Set<String> PRIVATE =
            Set.of("private", "msg", "reply", "r", "w", "whisper", "tell", "dm", "query", "pm");

    private Discretion() {}

    /** Whether the Up key may bring the line back. */
    static boolean mayRemember(String line) {
        return !SecretWords.areIn(line);
    }

    /** Whether the line may be written to the history file. */
    static boolean mayWrite(String line) {
        return mayRemember(line) && !SecretWords.isMeant(line, PRIVATE);
    }

    /** Whether the line begins a private message. */
    static boolean isPrivate(String line) {
        return line.stripLeading().startsWith("/")
                && PRIVATE.contains(Request.parse(line).verb());
    }
}
