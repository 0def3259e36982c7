package chat.server.command;

import chat.common.event.Failure;
import chat.server.moderation.Floor;
import chat.server.moderation.Roles;
import chat.server.room.Room;
import chat.server.session.Session;
import chat.server.session.Stage;
import org.jspecify.annotations.Nullable;

/** Holds what commands say of who may use them against who the caller is. On the caller's event loop. */
final class Permissions {
    private final Roles roles;
    private final Floor floor;
    private final Secrecy secrecy;

    Permissions(Roles roles, Floor floor, Secrecy secrecy) {
        this.roles = roles;
        this.floor = floor;
        this.secrecy = secrecy;
    }

    /**
     * Why somebody may not use a command who has a name, or does not need one.
     *
     * @param arguments what followed the verb; to write nothing is no writing
     * @return the answer; null if they may
     */
    @Nullable
    Reply refusal(Session caller, Syntax command, String arguments) {
        if (command.permission() == Permission.ANYBODY) {
            return null;
        }
        if (command.takesPassword() && secrecy.refuses(caller)) { // first: who types one here again should not
            return Reply.failure(Failure.Code.NOT_ENCRYPTED, secrecy.refusal());
        }
        Room room = caller.rooms().current();
        if (!command.lobbyRefusal().isEmpty() && RoomWords.isLobby(room)) {
            return Reply.failure(Failure.Code.NOT_OWNER, command.lobbyRefusal());
        }
        if (!may(caller, needed(command, room), room)) {
            return refusal(needed(command, room), room);
        }
        return arguments.isBlank() ? null : silence(caller, command);
    }

    private @Nullable Reply silence(Session caller, Syntax command) {
        Failure muted = switch (command.speech()) {
            case NONE -> null;
            case ROOM -> floor.refusal(caller);
            case PRIVATE -> floor.privateRefusal(caller);
        };
        return muted == null ? null : Reply.of(muted);
    }

    /** Whether a command is of use to somebody where they are now. */
    boolean isOfUse(Session caller, Syntax command) {
        if (command.permission().compareTo(Permission.NAMED) <= 0) {
            return true;
        }
        if (caller.stage() != Stage.NAMED) {
            return false;
        }
        Room room = caller.rooms().current();
        return may(caller, command.permission(), room)
                && (command.lobbyRefusal().isEmpty() || !RoomWords.isLobby(room));
    }

    private static Permission needed(Syntax command, Room room) {
        return command.ownerIfLocked() && room.settings().now().isLocked() ? Permission.OWNER : command.permission();
    }

    private boolean may(Session caller, Permission needed, Room room) {
        return switch (needed) {
            case ANYBODY, NAMED -> true;
            case REGISTERED -> roles.isRegistered(caller);
            case OWNER -> roles.isOwner(caller, room);
            case APPOINTED -> roles.isAppointed(caller, room);
            case OPERATOR -> roles.isOperator(caller);
        };
    }

    private static Reply refusal(Permission needed, Room room) {
        return switch (needed) {
            case OWNER -> RoomWords.notOwner(room);
            case APPOINTED -> RoomWords.notAppointed(room);
            case OPERATOR -> Reply.failure(Failure.Code.NOT_ALLOWED, "Only operators of this server may do that.");
            default -> notLoggedIn();
        };
    }

    /** The answer to who has no account, or has given it up. */
    static Reply notLoggedIn() {
        return Reply.failure(
                Failure.Code.NOT_LOGGED_IN,
                "You have not logged in. If your name is registered, type /login NAME; if not, /register makes it yours.");
    }
}
