package chat.server.command;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.CurrentRoom;
import chat.common.event.Failure;
import chat.common.event.Joined;
import chat.server.moderation.Gate;
import chat.server.moderation.Roles;
import chat.server.name.NameRules;
import chat.server.room.Room;
import chat.server.room.Rooms;
import chat.server.session.Memberships;
import chat.server.session.Pace;
import chat.server.session.Session;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes to a room, which is made when nobody has been there before. Whoever was in other rooms stays in them.
 *
 * <pre>
 *   ann types   /join staff
 *   ann reads   You are in staff with 1 other. What you type goes there.
 *   bob reads   * ann joined
 * </pre>
 */
final class JoinCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/join ROOM [KEY]", "goes to a room, or makes it", "/join staff")
            .rule("A room's name has " + RoomName.RULE + ".")
            .details("You stay in the other rooms: their lines have the room in front. A locked room needs its KEY.")
            .build();

    private final Rooms rooms;
    private final Gate gate;
    private final Roles roles;

    JoinCommand(Rooms rooms, Gate gate, Roles roles) {
        this.rooms = rooms;
        this.gate = gate;
        this.roles = roles;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        RoomName name = RoomName.parse(arguments.get(0)).orElse(null);
        if (name == null) {
            return RoomWords.notAName();
        }
        Room joined = caller.rooms().find(name).orElse(null);
        if (joined != null) {
            caller.rooms().makeCurrent(joined);
            return Reply.of(new CurrentRoom(name));
        }
        if (caller.rooms().size() >= Memberships.MOST) {
            return Reply.failure(
                    Failure.Code.TOO_MANY_ROOMS,
                    "You are in " + Memberships.MOST + " rooms, which is the most. Please /leave one first.");
        }
        return join(name, arguments.size() > 1 ? arguments.get(1) : "", caller);
    }

    private Reply join(RoomName name, String key, Session caller) {
        while (true) { // again if the room is forgotten right now, as its last member leaves, or made by somebody else
            Optional<Failure> banned = gate.refusal(caller, name); // before it is made, and theirs
            if (banned.isPresent()) {
                return Reply.of(banned.get());
            }
            Optional<Room> known = rooms.find(name);
            Reply refusal = known.isPresent() ? null : refusal(name, caller);
            if (refusal != null && rooms.find(name).isPresent()) {
                continue;
            }
            if (refusal != null) {
                return refusal;
            }
            Room room = known.or(() -> rooms.make(name, caller)).orElse(null);
            if (room == null) {
                return notFree(name, null); // somebody has just made one that looks like it
            }
            if (!room.settings().admits(caller, key) && !roles.isOperator(caller)) {
                return Reply.failure(
                        Failure.Code.ROOM_LOCKED,
                        "The room " + name + " is locked"
                                + (room.people() == 0
                                        ? ", and nobody is in it."
                                        : ". Who looks after it may invite you.")
                                + " Who has its key types /join " + name + " KEY");
            }
            if (caller.rooms().join(room)) {
                if (known.isEmpty()) {
                    caller.intake().pace().roomMade();
                }
                return Reply.entered(
                        new Joined(name, room.settings().now().topic(), room.people(), room.isOwner(caller)),
                        caller.rooms().horizon(room).before());
            }
        }
    }

    /** Why there cannot be a new room of a name; null if there can. */
    private @Nullable Reply refusal(RoomName name, Session caller) {
        Optional<Failure> muted = gate.refusalToMakeRoom(caller);
        if (muted.isPresent()) {
            return Reply.of(muted.get());
        }
        UserName spelling = UserName.of(name.value());
        if (NameRules.isReserved(spelling)) {
            return Reply.failure(
                    Failure.Code.ROOM_NOT_ALLOWED,
                    "No room can be called " + name + ". Please choose another name: it has " + RoomName.RULE + ".");
        }
        Room other = rooms.inTheWay(name).orElse(null);
        if (other != null) {
            return notFree(name, other.settings().now().isLocked() ? null : other.name());
        }
        String problem = NameRules.problemWith(spelling);
        if (problem != null) {
            return Reply.failure(Failure.Code.ROOM_NOT_ALLOWED, problem);
        }
        if (rooms.isFull()) {
            return Reply.failure(
                    Failure.Code.TOO_MANY_ROOMS, "This server has as many rooms as it can. Please /join one of them.");
        }
        Pace pace = caller.intake().pace();
        long seconds = pace.secondsToNextRoom();
        return seconds > 0 ? Reply.tooOften("You have made many rooms.", seconds) : null;
    }

    /** A locked room is not named to strangers. */
    private static Reply notFree(RoomName name, @Nullable RoomName other) {
        String whose = other == null ? "the name of another room" : other + ", which is another room";
        return Reply.failure(
                Failure.Code.ROOM_NOT_ALLOWED,
                "No room can be called " + name + " now: it looks like " + whose + ". Please choose another name.");
    }
}
