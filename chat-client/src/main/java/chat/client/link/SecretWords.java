package chat.client.link;

import chat.common.NearestWord;
import chat.common.Request;
import java.util.Set;

/** Which typed lines have a password in them, and how they are shown. */
public final class SecretWords {
    /** What follows these is a password. */
    private static final Set<String> VERBS =
            Set.of("register", "unregister", "login", "secret", "password", "passwd", "pass", "auth", "identify");

    /** What follows this is a name, and only then a password. */
    private static final Set<String> LOGIN = Set.of("login");

    /** The commands to which a server answers with the question for a password. */
    private static final Set<String> ASKING = Set.of("register", "unregister", "login", "password");

    /** With so many typing mistakes a word may still be meant, if it is long enough to tell. */
    private static final int MISTAKES = 2;

    private static final int TELLING_LENGTH = 4;

    /** So near to one of them, and yet something else. */
    private static final Set<String> COMMANDS = Set.of("bans", "join", "mute");

    private SecretWords() {}

    /**
     * Whether a line is one that may have a password in it.
     *
     * @param line as it was typed
     * @return true also for a mistyped command: the server refuses it, and the secret would stay
     */
    public static boolean areIn(String line) {
        return isMeant(line, VERBS);
    }

    /**
     * A line as it may be shown.
     *
     * @param line as it was typed
     * @return the line itself if there is no secret in it; else with asterisks for all that may be one
     */
    public static String masked(String line) {
        if (!areIn(line)) {
            return line;
        }
        Request request = Request.parse(line);
        if (request.arguments().isEmpty()) {
            return line.strip();
        }
        String[] words = request.arguments().split("\\s+", 2);
        String name = request.verb().equals("login") ? " " + words[0] : "";
        boolean shown = !name.isEmpty() && words.length == 1;
        return "/" + request.verb() + name + (shown ? "" : " " + Password.MASK);
    }

    /**
     * Whether a line is one to which a server answers with the question for a password, so that the next line may be it.
     *
     * @param line as it was typed
     * @return true also for a mistyped command: who gets it wrong types the password behind it all the same
     */
    public static boolean ask(String line) {
        Request request = Request.parse(line);
        if (!areIn(line) || request.verb().isEmpty() || request.verb().equals("secret")) {
            return false;
        }
        int words = request.arguments().isEmpty() ? 0 : request.arguments().split("\\s+").length;
        return words <= (isMeant(line, LOGIN) ? 1 : 0);
    }

    /**
     * The command of a line as it makes a server ask for its password.
     *
     * @param line as it was typed, with a password or without
     * @return {@code /login ann}, without a password; empty if no server asks for one behind this
     */
    public static String question(String line) {
        Request request = Request.parse(line);
        if (!line.stripLeading().startsWith("/") || !ASKING.contains(request.verb())) {
            return "";
        }
        String name = LOGIN.contains(request.verb()) ? request.arguments().split("\\s+", 2)[0] : "";
        return ("/" + request.verb() + " " + name).strip();
    }

    /**
     * Whether a line begins with one of some verbs, or with what was probably meant to be one.
     *
     * @param line as it was typed
     * @param verbs in lower case, without the slash
     * @return whether it is so
     */
    public static boolean isMeant(String line, Set<String> verbs) {
        if (!line.stripLeading().startsWith("/")) {
            return false;
        }
        String verb = Request.parse(line).verb();
        if (verb.isEmpty() || verbs.contains(verb)) {
            return true; // "/ private bob hi"
        }
        return !COMMANDS.contains(verb)
                && verb.length() >= TELLING_LENGTH
                && verbs.stream()
                        .filter(word -> word.length() >= TELLING_LENGTH)
                        .anyMatch(word -> NearestWord.mistakes(verb, word) <= MISTAKES);
    }
}
