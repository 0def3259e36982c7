package chat.client.link;

import chat.common.UserName;
import chat.common.event.FormatChanged;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds out how a server speaks, from what it says until it has answered {@code /format json}. One that knows the
 * command answers with an event. An older one greets, and answers what somebody without a name types by repeating its
 * request for one; or it says that there is no such command. Anything else may be a part of its greeting. Not
 * thread-safe.
 */
final class Negotiation {
    /** What a web server's answer begins with, to whatever it does not understand. */
    private static final Pattern HTTP = Pattern.compile("HTTP/\\d(\\.\\d)? \\d{3}\\b.*");

    /** Nobody greets with more lines than this. */
    private static final int MOST_LINES = 100;

    /** How a server speaks, as far as we know. */
    enum Verdict {
        /** Not known yet. */
        OPEN,
        /** In events. */
        JSON,
        /** For the eye; {@link Negotiation#heard} is what it has said. */
        TEXT,
        /** In HTTP: it answers web browsers, and takes no line of ours. */
        HTTP
    }

    private final List<String> heard = new ArrayList<>();

    /**
     * What to write first, all at once, so that it takes one round trip. No older server says a command to anybody, least of
     * all from somebody without a name.
     *
     * @param quiet whether to hear only news: what we know already is not told again, and what we have missed is asked for
     */
    static List<String> opening(Luggage luggage, boolean quiet) {
        List<String> lines =
                new ArrayList<>(List.of("/format json", luggage.key().command()));
        if (quiet) {
            lines.add("/replay off");
        }
        UserName name = luggage.identity().name();
        if (name != null && !luggage.login().isKnown()) { // a password waits until it is known who reads it
            lines.add("/setname " + name);
        }
        return lines;
    }

    /**
     * Takes the next line.
     *
     * @param line as it came
     * @return what is known now
     */
    Verdict take(String line) {
        if (isJson(line)) {
            return Verdict.JSON;
        }
        if (heard.isEmpty() && HTTP.matcher(line).matches()) {
            return Verdict.HTTP;
        }
        boolean answer = (PlainWords.isPrompt(line) && heard.contains(line))
                || PlainWords.isNoCommand(line, "format")
                || PlainWords.isOurAnswerToAName(line);
        heard.add(line);
        return answer || heard.size() >= MOST_LINES ? Verdict.TEXT : Verdict.OPEN;
    }

    /** Whether a line is the event that ends plain text. */
    static boolean isJson(String line) {
        try {
            return line.startsWith("{") && JsonLines.parse(line).event().equals(new FormatChanged("json"));
        } catch (MalformedLineException e) {
            return false;
        }
    }

    /** What the server has said in plain text, all of it. */
    List<String> heard() {
        return List.copyOf(heard);
    }
}
