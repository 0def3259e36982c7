package chat.client.script;

import chat.common.Request;
import chat.common.TaggedRequest;
import chat.common.UserName;

/** What lines are taken for. */
@FunctionalInterface
public interface LineForm {
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
        String tag = TaggedRequest.parse(line).tag();
        return new Outgoing(line, tag == null ? line : line.substring(line.indexOf('/')), tag);
    }
}
