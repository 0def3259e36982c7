package chat.server.command;

import chat.common.RoomName;
import chat.common.UserName;
import chat.server.room.Rooms;
import chat.server.session.PastLines;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.time.Instant;
import java.util.List;

/**
 * Finds what others have said that names the caller, in the rooms that the caller is in, the newest first.
 *
 * <pre>
 *   ann types   /mentions
 *   ann reads   [lobby] [10:31] bob: ask ann
 *   ann reads   1 line found.
 * </pre>
 */
final class MentionsCommand implements Command {
    /** How many lines one answer has at most. */
    static final int MOST = 20;

    private static final Syntax SYNTAX = Syntax.of("/mentions", "finds who has named you in your rooms", "/mentions")
            .details("It shows the latest " + MOST + ", also of when you were away.")
            .build();

    private final SessionRegistry registry;
    private final Rooms rooms;

    MentionsCommand(SessionRegistry registry, Rooms rooms) {
        this.registry = registry;
        this.rooms = rooms;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        List<RoomName> joined = caller.rooms().joined();
        UserName name = caller.name();
        return SearchCommand.found(
                caller,
                registry,
                last -> rooms.history().mentions(joined, name, Instant.EPOCH, PastLines.PAGE, last),
                MOST);
    }
}
