package chat.server.command;

import chat.common.event.Unlocked;
import chat.server.room.Room;
import chat.server.session.Session;
import java.util.List;

/**
 * Opens the current room to everybody.
 *
 * <pre>
 *   ann types   /unlock
 *   ann reads   Everybody may come into staff now.
 * </pre>
 */
final class UnlockCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/unlock", "opens the room to everybody again", "/unlock")
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
                .unlock()
                .thenApply(open -> Reply.of(new Unlocked(room.name())))
                .exceptionally(Telling::notKept));
    }
}
