package chat.server.command;

import chat.server.moderation.Moderation;
import chat.server.session.Session;
import java.util.List;

/**
 * Lists who is kept out of the current room or, in the lobby, out of the server.
 *
 * <pre>
 *   ann types   /bans
 *   ann reads   Banned or muted in staff (/unban NUMBER takes one back):
 *                 7  ban  eve  until 12:31  by ann: spam
 * </pre>
 */
final class BansCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/bans", "lists who is banned or muted", "/bans")
            .needs(Permission.OWNER)
            .details("In the lobby it is about the whole server.")
            .build();

    private final Moderation moderation;

    BansCommand(Moderation moderation) {
        this.moderation = moderation;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        return Reply.of(moderation.bans().list(Order.place(caller)));
    }
}
