package chat.server.command;

import chat.common.event.Failure;
import chat.common.event.Left;
import chat.server.room.Room;
import chat.server.room.Rooms;
import chat.server.session.Memberships;
import chat.server.session.Session;
import java.util.List;

/**
 * Leaves a room. Who leaves their last one is in the lobby.
 *
 * <pre>
 *   ann types   /leave
 *   ann reads   You have left staff. What you type goes to lobby.
 *   bob reads   * ann left
 * </pre>
 */
final class LeaveCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/leave [ROOM]", "leaves the room you are in, or another", "/leave staff")
            .details("/quit leaves them all.")
            .build();

    private final Rooms rooms;

    LeaveCommand(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        Memberships joined = caller.rooms();
        Room room = arguments.isEmpty()
                ? joined.current()
                : RoomWords.joined(caller, arguments.get(0)).orElse(null);
        if (room == null) {
            return RoomWords.notInRoom(arguments.get(0));
        }
        if (joined.size() == 1) {
            Room lobby = rooms.lobby();
            if (room == lobby) {
                return Reply.failure(
                        Failure.Code.BAD_ARGUMENTS, "You are in no other room. To leave the chat, type /quit");
            }
            joined.join(lobby);
            joined.leave(room);
            return Reply.entered(
                    new Left(room.name(), lobby.name()), joined.horizon(lobby).before());
        }
        joined.leave(room);
        return Reply.of(new Left(room.name(), joined.current().name()));
    }
}
