package chat.server.command;

import chat.common.event.Users;
import chat.server.room.Room;
import chat.server.session.Session;
import java.util.List;

/**
 * Lists who is in a room, which the caller is in, too.
 *
 * <pre>
 *   ann types   /allusers
 *   ann reads   2 people in lobby: ann, bob
 * </pre>
 */
final class AllUsersCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/allusers [ROOM]", "lists who is in the room, or in another", "/allusers")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        Room room = arguments.isEmpty()
                ? caller.rooms().current()
                : RoomWords.joined(caller, arguments.get(0)).orElse(null);
        return room == null
                ? RoomWords.notInRoom(arguments.get(0))
                : Reply.of(new Users(room.name(), room.names(), room.registered(), room.away()));
    }
}
