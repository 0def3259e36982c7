package chat.client.console;

import chat.common.NearestWord;
import chat.common.Request;
import java.util.Set;

/** The one place that decides which typed lines are remembered, and where. */
final class Discretion {
    /** What follows these is for one other person. */
    private static final Set<String> PRIVATE =
            Set.of("private", "msg", "reply", "r", "w", "whisper", "tell", "dm", "query", "pm");

    /** What follows these is a password. */
    private static final Set<String> SECRET =
            Set.of("register", "login", "password", "passwd", "pass", "auth", "identify");

    /** With so many typing mistakes a word may still be meant, if it is long enough to tell. */
    private static final int MISTAKES = 2;

    private static final int TELLING_LENGTH = 4;

    private Discretion() {}

    /** Whether the Up key may bring the line back. */
    static boolean mayRemember(String line) {
        return !isMeant(line, SECRET);
    }

    /** Whether the line may be written to the history file. */
    static boolean mayWrite(String line) {
        return mayRemember(line) && !isMeant(line, PRIVATE);
    }

    /** Whether the line begins a private message. */
    static boolean isPrivate(String line) {
        return line.stripLeading().startsWith("/")
                && PRIVATE.contains(Request.parse(line).verb());
    }

    /** Mistyped commands count: the server refuses them, and the secret would stay in the file. */
    private static boolean isMeant(String line, Set<String> verbs) {
        if (!line.stripLeading().startsWith("/")) {
            return false;
        }
        String verb = Request.parse(line).verb();
        if (verb.isEmpty() || verbs.contains(verb)) {
            return true; // "/ private bob hi"
        }
        return verb.length() >= TELLING_LENGTH
                && verbs.stream()
                        .filter(word -> word.length() >= TELLING_LENGTH)
                        .anyMatch(word -> NearestWord.mistakes(verb, word) <= MISTAKES);
    }
}
