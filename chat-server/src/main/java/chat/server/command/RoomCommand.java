package chat.server.command;

import chat.common.event.CurrentRoom;
import chat.server.room.Room;
import chat.server.session.Session;
import java.util.List;

/**
 * Says where plain text is to go.
 *
 * <pre>
 *   ann types   /room lobby
 *   ann reads   What you type goes to lobby now.
 * </pre>
 */
final class RoomCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/room ROOM", "makes what you type go to a room you are in", "/room lobby")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        Room room = RoomWords.joined(caller, arguments.get(0)).orElse(null);
        if (room == null) {
            return RoomWords.notInRoom(arguments.get(0));
        }
        caller.rooms().makeCurrent(room);
        return Reply.of(new CurrentRoom(room.name()));
    }
}
