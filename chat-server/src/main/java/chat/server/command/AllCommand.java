package chat.server.command;

import chat.common.RoomName;
import chat.common.event.Message;
import chat.server.session.Session;
import java.util.List;

/**
 * Says something to the room. A program is told that it was taken; who types it sees it on the screen already.
 *
 * <pre>
 *   ann types   /all hello
 *   bob reads   ann: hello
 * </pre>
 */
final class AllCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/all TEXT", "says TEXT to everyone in the room; so does TEXT alone", "/all hello everybody")
            .speaks(Syntax.Speech.ROOM)
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        RoomName room = caller.rooms().current().name();
        return Telling.tell(caller, new Message(room, caller.name(), arguments.get(0)));
    }
}
