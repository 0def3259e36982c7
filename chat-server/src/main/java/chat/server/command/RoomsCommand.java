package chat.server.command;

import chat.common.RoomName;
import chat.common.event.RoomList;
import chat.server.moderation.Roles;
import chat.server.room.Room;
import chat.server.room.RoomState;
import chat.server.room.Rooms;
import chat.server.session.Session;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * Lists the rooms. Locked ones are known to those in them, and to operators.
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

    private static final Comparator<RoomList.Row> ORDER =
            Comparator.comparingInt(RoomList.Row::people).reversed().thenComparing(RoomList.Row::room);

    private static final Syntax SYNTAX =
            Syntax.of("/rooms", "lists the rooms", "/rooms").build();

    private final Rooms rooms;
    private final Roles roles;

    RoomsCommand(Rooms rooms, Roles roles) {
        this.rooms = rooms;
        this.roles = roles;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        Set<RoomName> joined = Set.copyOf(caller.rooms().joined());
        boolean knowsAll = roles.isOperator(caller);
        Queue<RoomList.Row> listed = new PriorityQueue<>(ORDER.reversed()); // of thousands only a few are sorted
        int shown = 0;
        for (Room room : rooms.all()) {
            RoomList.Row row = row(room, joined.contains(room.name()));
            if (row.joined() || !row.locked() || knowsAll) {
                shown++;
                listed.add(row);
                if (shown > MOST) {
                    listed.remove();
                }
            }
        }
        return Reply.of(new RoomList(listed.stream().sorted(ORDER).toList(), shown - listed.size()));
    }

    private static RoomList.Row row(Room room, boolean joined) {
        RoomState state = room.settings().now();
        return new RoomList.Row(room.name(), room.people(), state.topic(), state.isLocked(), joined);
    }
}
