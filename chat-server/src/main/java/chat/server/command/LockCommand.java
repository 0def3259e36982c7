package chat.server.command;

import chat.common.event.Locked;
import chat.server.room.Room;
import chat.server.session.Session;
import java.util.List;

/**
 * Closes the current room to all who are not invited and do not have its key.
 *
 * <pre>
 *   ann types   /lock
 *   ann reads   Only whom you invite gets into staff now, and who types /join staff 7c2qk0v5mt1h8xna
 * </pre>
 */
final class LockCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/lock", "lets in only whom you invite", "/lock")
            .details("It makes a key, which you may give away; typed again it makes another.")
            .needs(Permission.OWNER)
            .notInLobby(RoomWords.OPEN_LOBBY)
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        Room room = caller.rooms().current();
        return Reply.later(room.settings()
                .lock()
                .thenApply(key -> Reply.of(new Locked(room.name(), key)))
                .exceptionally(Telling::notKept));
    }
}
