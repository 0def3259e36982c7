package chat.server.command;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.HistoryKept;
import chat.common.event.Joined;
import chat.common.event.Keeping;
import chat.common.event.NameAccepted;
import chat.server.name.NameRules;
import chat.server.room.Room;
import chat.server.room.Rooms;
import chat.server.session.Pace;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a name: the first one leads into the lobby, a later one is told to the rooms.
 *
 * <pre>
 *   ann types   /setname ann
 *   ann reads   Name accepted: you are ann. ...
 *   bob reads   * ann joined
 * </pre>
 */
final class SetNameCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/setname NAME", "takes a name, or changes yours", "/setname ann")
            .alias("nick")
            .evenUnnamed()
            .rule("A name has " + UserName.RULE + ".")
            .build();

    private static final String ANOTHER = " Please choose another one: /setname NAME";

    private final SessionRegistry registry;
    private final Rooms rooms;

    SetNameCommand(SessionRegistry registry, Rooms rooms) {
        this.registry = registry;
        this.rooms = rooms;
        NameRules.isReserved(UserName.of("ann")); // loads the data for it, which must not happen on an event loop
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        String wanted = arguments.get(0);
        String problem = UserName.problemWith(wanted);
        if (problem != null) {
            return Reply.failure(Failure.Code.NAME_NOT_ALLOWED, problem);
        }
        return take(UserName.of(wanted), caller);
    }

    private Reply take(UserName name, Session caller) {
        if (NameRules.isReserved(name)) {
            return Reply.failure(
                    Failure.Code.NAME_NOT_ALLOWED,
                    "The name " + name + " is reserved. Please choose another one: it has " + UserName.RULE + ".");
        }
        UserName other = registry.inTheWay(name, caller).orElse(null);
        if (other != null) {
            return taken(name, other);
        }
        String problem = NameRules.problemWith(name);
        if (problem != null) {
            return Reply.failure(Failure.Code.NAME_NOT_ALLOWED, problem);
        }
        Pace pace = caller.intake().pace();
        long seconds = pace.secondsToNextName();
        if (seconds > 0) {
            return Reply.tooOften("You have changed your name often.", seconds);
        }
        boolean first = !caller.hasName();
        if (!caller.takeName(name)) {
            return taken(name, name); // somebody else has just come
        }
        if (first) {
            enter(caller);
            return Reply.entered(
                    new NameAccepted(name, true),
                    caller.rooms()
                            .find(RoomName.LOBBY)
                            .map(lobby -> caller.rooms().horizon(lobby).before())
                            .orElse(null),
                    notices());
        }
        pace.nameChanged();
        return Reply.of(new NameAccepted(name, false));
    }

    /** What is kept here, and whether it can be. */
    private List<Event> notices() {
        List<Event> notices = new ArrayList<>(2);
        rooms.keeps().ifPresent(keep -> notices.add(new HistoryKept(keep)));
        Keeping keeping = rooms.keeping();
        if (!keeping.works()) {
            notices.add(keeping);
        }
        return notices;
    }

    /** Into the lobby; a program that comes back goes to the rooms that it was in when its connection was lost. */
    private void enter(Session caller) {
        for (Room former : caller.tags().formerRooms()) {
            rooms.make(former.name())
                    .filter(room -> isOpen(room, former))
                    .filter(caller.rooms()::joinAgain)
                    .ifPresent(room -> tellUnlessLobby(caller, room));
        }
        if (caller.rooms().size() == 0) {
            caller.rooms().join(rooms.lobby());
        }
    }

    /** Others may have made and locked a room of that name since; who was in this very one needs no key. */
    private static boolean isOpen(Room room, Room former) {
        return room == former || !room.settings().now().isLocked();
    }

    private static void tellUnlessLobby(Session caller, Room room) {
        if (!room.name().equals(RoomName.LOBBY)) {
            caller.send(
                    new Joined(room.name(), room.settings().now().topic(), room.people(), room.isOwner(caller)),
                    caller.rooms().horizon(room).before());
        }
    }

    private static Reply taken(UserName name, UserName other) {
        String why = name.equals(other) ? " is taken." : " is taken: it looks like " + other + ", who is here.";
        return Reply.failure(Failure.Code.NAME_TAKEN, "The name " + name + why + ANOTHER);
    }
}
