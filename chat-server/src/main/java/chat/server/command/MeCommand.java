package chat.server.command;

import chat.common.RoomName;
import chat.common.event.Action;
import chat.server.session.Session;
import java.util.List;

/**
 * Tells the room what somebody does.
 *
 * <pre>
 *   ann types   /me waves
 *   bob reads   -> ann waves
 * </pre>
 */
final class MeCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/me TEXT", "tells the room what you do", "/me waves")
            .speaks(Syntax.Speech.ROOM)
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        RoomName room = caller.rooms().current().name();
        return Telling.tell(caller, new Action(room, caller.name(), arguments.get(0)));
    }
}
