package chat.server.command;

import chat.common.event.Users;
import chat.server.room.Room;
import chat.server.session.Session;
import java.util.List;

/**
 * Lists who is in the room.
 *
 * <pre>
 *   ann types   /allusers
 *   ann reads   2 people in lobby: ann, bob
 * </pre>
 */
final class AllUsersCommand implements Command {
    private static final Syntax SYNTAX =
            Syntax.of("/allusers", "lists who is in the room", "/allusers").build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        Room room = caller.rooms().current();
        return Reply.of(new Users(room.name(), room.names()));
    }
}
