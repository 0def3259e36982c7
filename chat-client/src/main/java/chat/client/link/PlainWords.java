package chat.client.link;

import chat.common.UserName;
import chat.common.event.NamePrompt;
import chat.common.event.TextLines;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of a server that speaks plain text, as far as a program has to understand them. */
final class PlainWords {
    private static final Pattern ACCEPTED = Pattern.compile("Name accepted: you are (\\S+)\\. .*");
    private static final String PROMPT = prompt();

    private PlainWords() {}

    private static String prompt() {
        StringBuilder text = new StringBuilder();
        new NamePrompt().writeText(new TextLines(text, ""));
        return text.toString();
    }

    /** Whether the server asks for a name, as this program's servers do. */
    static boolean isPrompt(String line) {
        return line.equals(PROMPT);
    }

    /** Whether the server says that it does not know a command. */
    static boolean isNoCommand(String line, String verb) {
        return line.startsWith("There is no command /" + verb);
    }

    /** Whether this answers a probe, from whichever of this program's servers. */
    static boolean isPong(String line) {
        return line.equals("pong") || isNoCommand(line, "ping") || isPrompt(line);
    }

    /** Whether this answers {@code /setname}, in words that only this program's servers use. */
    static boolean isOurAnswerToAName(String line) {
        return accepted(line).isPresent() || (line.startsWith("The name ") && isRefused(line));
    }

    /** Whether this answers {@code /setname}, when nobody can be talking to us yet. */
    static boolean isAboutAName(String line) {
        return isAccepted(line) || isRefused(line);
    }

    /** Whether this accepts a name, when nobody can be talking to us yet. */
    static boolean isAccepted(String line) {
        return !isNotice(line) && line.toLowerCase(Locale.ROOT).contains("accepted");
    }

    /** Whether this refuses a name, when nobody can be talking to us yet. */
    static boolean isRefused(String line) {
        return isTaken(line) || line.startsWith("This cannot be a name.") || line.contains(" is reserved.");
    }

    /** Whether this says that somebody has the name. */
    static boolean isTaken(String line) {
        return !isNotice(line) && line.contains("taken");
    }

    private static boolean isNotice(String line) {
        return line.startsWith("* ");
    }

    /** The name that this accepts. Nobody's words look like this: they have a name and a colon in front. */
    static Optional<UserName> accepted(String line) {
        Matcher sentence = ACCEPTED.matcher(line);
        return sentence.matches() ? UserName.received(sentence.group(1)) : Optional.empty();
    }
}
