package chat.server.command;

import chat.common.event.Topic;
import chat.common.event.TopicIs;
import chat.server.room.Room;
import chat.server.session.Session;
import java.util.List;

/**
 * Tells what the current room is about, or says so to everyone in it.
 *
 * <pre>
 *   ann types   /topic lunch
 *   ann reads   The topic of lobby: lunch
 *   bob reads   * ann set the topic: lunch
 * </pre>
 */
final class TopicCommand implements Command {
    /** The longest topic, in characters. */
    static final int LONGEST = 200;

    /** What is typed for no topic. */
    private static final String NONE = "-";

    private static final Syntax SYNTAX = Syntax.of(
                    "/topic [TEXT]", "tells what the room is about, or makes it TEXT", "/topic lunch")
            .rule("A topic has up to " + LONGEST + " characters.")
            .details("/topic - takes it away.")
            .speaks(Syntax.Speech.ROOM)
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        Room room = caller.rooms().current();
        if (arguments.isEmpty()) {
            return Reply.of(new TopicIs(room.name(), room.settings().now().topic()));
        }
        String text = arguments.get(0).equals(NONE) ? "" : arguments.get(0);
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new Syntax.BadArguments();
        }
        Topic topic = new Topic(room.name(), caller.name(), text);
        return caller.isProgram()
                ? Telling.tell(caller, topic)
                : Telling.tell(caller, topic, stamp -> Reply.of(new TopicIs(room.name(), text)));
    }
}
