package chat.client.script;

import chat.common.Request;
import chat.common.UserName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lines are taken for. */
@FunctionalInterface
public interface LineForm {
    /** A tag of the wire, in front of a command. */
    Pattern TAGGED = Pattern.compile("\\s*@([A-Za-z0-9._-]{1,32})[ \\t]+(/.*)");

    /** As people type them: commands, or something to say. */
    LineForm TYPED = line -> new Outgoing(line, line, null);

    /** As programs write them: a command may have a tag. */
    LineForm PROTOCOL = LineForm::protocol;

    /** Something to say, whatever it begins with. */
    LineForm SAID = line -> new Outgoing(line, "/" + Request.SAY + " " + line, null);

    /**
     * Makes a command of a line.
     *
     * @param line without its end
     */
    Outgoing take(String line);

    /**
     * Something to say to one person, whatever it begins with.
     *
     * @param to who
     */
    static LineForm saidTo(UserName to) {
        return line -> new Outgoing(line, "/private " + to + " " + line, null);
    }

    private static Outgoing protocol(String line) {
        Matcher tagged = TAGGED.matcher(line);
        return tagged.matches() ? new Outgoing(line, tagged.group(2), tagged.group(1)) : new Outgoing(line, line, null);
    }
}
