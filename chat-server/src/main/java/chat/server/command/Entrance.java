package chat.server.command;

import chat.common.RoomName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.HistoryKept;
import chat.common.event.Joined;
import chat.common.event.Keeping;
import chat.common.event.Left;
import chat.server.moderation.Gate;
import chat.server.room.Room;
import chat.server.room.Rooms;
import chat.server.session.Ending;
import chat.server.session.Session;
import java.util.ArrayList;
import java.util.List;

/** Where people come in once they have their first name, however they got it. */
final class Entrance {
    private final Rooms rooms;
    private final Gate gate;

    Entrance(Rooms rooms, Gate gate) {
        this.rooms = rooms;
        this.gate = gate;
    }

    /**
     * Leads somebody in who has just got their first name.
     *
     * @param welcome tells them which
     * @return the answer
     */
    Reply enter(Session caller, Event welcome) {
        Failure banned = gate.refusal(caller, caller.name(), caller.account())
                .filter(refusal -> refusal.code() == Failure.Code.BANNED)
                .orElse(null);
        if (banned != null) { // since they asked for the name
            caller.send(banned);
            caller.end(Ending.BANNED);
            return Reply.NONE;
        }
        lead(caller);
        return Reply.entered(
                welcome,
                caller.rooms()
                        .find(RoomName.LOBBY)
                        .map(lobby -> caller.rooms().horizon(lobby).before())
                        .orElse(null),
                notices());
    }

    /**
     * Leads somebody out of the rooms into which they may not come as who they are now: another name or an account counts
     * as if they came only now.
     *
     * @return what they are told of it
     */
    List<Event> leadOut(Session caller) {
        List<Event> told = new ArrayList<>();
        for (RoomName name : caller.rooms().joined()) {
            Room room = caller.rooms().find(name).orElseThrow();
            gate.refusal(caller, room).ifPresent(refusal -> {
                if (caller.rooms().size() == 1) {
                    caller.rooms().join(rooms.lobby());
                }
                caller.rooms().leave(room);
                told.add(refusal);
                told.add(new Left(name, caller.rooms().current().name()));
            });
        }
        return told;
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
    private void lead(Session caller) {
        for (Room former : caller.tags().formerRooms()) {
            rooms.make(former.name())
                    .filter(room -> isOpen(room, former))
                    .filter(room -> gate.refusal(caller, room).isEmpty())
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
}
