package chat.server.command;

import chat.common.event.RoomList;
import chat.server.room.Room;
import chat.server.room.RoomState;
import chat.server.room.Rooms;
import chat.server.session.Session;
import java.util.Comparator;
import java.util.List;

/**
 * Lists the rooms. Locked ones are known to those in them only.
 *
 * <pre>
 *   ann types   /rooms
 *   ann reads   Rooms (/join ROOM goes to one, or makes it):
 *   ann reads     lobby, 2 people, you are in it
 * </pre>
 */
final class RoomsCommand implements Command {
    /** How many are listed; there may be thousands. */
    static final int MOST = 100;

    private static final Syntax SYNTAX =
            Syntax.of("/rooms", "lists the rooms", "/rooms").build();

    private final Rooms rooms;

    RoomsCommand(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        List<RoomList.Row> rows = rooms.all().stream()
                .map(room -> row(room, caller))
                .filter(row -> row.joined() || !row.locked())
                .sorted(Comparator.comparingInt(RoomList.Row::people).reversed().thenComparing(RoomList.Row::room))
                .toList();
        int listed = Math.min(rows.size(), MOST);
        return Reply.of(new RoomList(rows.subList(0, listed), rows.size() - listed));
    }

    private static RoomList.Row row(Room room, Session caller) {
        RoomState state = room.settings().now();
        boolean joined = caller.rooms().find(room.name()).isPresent();
        return new RoomList.Row(room.name(), room.people(), state.topic(), state.isLocked(), joined);
    }
}
