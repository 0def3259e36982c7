package chat.server.command;

import chat.common.RoomName;
import chat.common.event.Failure;
import chat.server.room.Room;
import chat.server.session.Session;
import java.util.Optional;

/** What commands about rooms have in common: the room that is meant, and the sentences when there is none. */
final class RoomWords {
    /** Why nobody locks the lobby. */
    static final String OPEN_LOBBY =
            "The lobby is for everybody: nobody can lock it. /join ROOM makes a room of your own.";

    private RoomWords() {}

    /** The answer to a word that cannot be the name of a room. */
    static Reply notAName() {
        return Reply.failure(
                Failure.Code.ROOM_NOT_ALLOWED, "This cannot be the name of a room. It has " + RoomName.RULE + ".");
    }

    /** The room that a word names, if the caller is in it. */
    static Optional<Room> joined(Session caller, String word) {
        return RoomName.parse(word).flatMap(caller.rooms()::find);
    }

    /** The answer to who is not in a room, whether there is one or not. */
    static Reply notInRoom(String word) {
        return RoomName.parse(word)
                .map(name -> Reply.failure(
                        Failure.Code.NOT_IN_ROOM,
                        "You are not in " + name + ". /join " + name + " goes there; /rooms lists the rooms."))
                .orElseGet(RoomWords::notAName);
    }

    /** The answer to who does not look after a room. */
    static Reply notOwner(Room room) {
        if (isLobby(room)) {
            return Reply.failure(
                    Failure.Code.NOT_ALLOWED,
                    "In the lobby only operators of this server may do that. /join ROOM makes a room of your own.");
        }
        return Reply.failure(
                Failure.Code.NOT_OWNER,
                room.settings().hasOwners()
                        ? "Only who looks after " + room.name() + " may do that."
                        : "Only who has been in " + room.name() + " longest may do that.");
    }

    /** The answer to who may look after a room as long as they are here, and no longer. */
    static Reply notAppointed(Room room) {
        return isLobby(room)
                ? notOwner(room)
                : Reply.failure(
                        Failure.Code.NOT_OWNER,
                        "Only who looks after " + room.name()
                                + " by their registered name may do that, or an operator.");
    }

    static boolean isLobby(Room room) {
        return room.name().equals(RoomName.LOBBY);
    }
}
