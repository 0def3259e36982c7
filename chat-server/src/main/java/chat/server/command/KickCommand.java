package chat.server.command;

import chat.server.moderation.Moderation;
import chat.server.session.Session;
import java.util.List;

/**
 * Puts somebody out of the current room or, in the lobby, out of the server.
 *
 * <pre>
 *   ann types   /kick eve because enough
 *   bob reads   * ann put eve out of staff: enough
 *   eve reads   * ann has put you out of staff: enough.
 * </pre>
 */
final class KickCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/kick NAME [TEXT]", "puts NAME out of the room", "/kick eve because spam")
            .shownAs("/kick NAME [because TEXT]")
            .needs(Permission.OWNER)
            .speaks(Syntax.Speech.ROOM)
            .details("They may come again. In the lobby it is out of the server.")
            .build();

    private final Moderation moderation;

    KickCommand(Moderation moderation) {
        this.moderation = moderation;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        String because = Order.because(arguments);
        return Order.reply(
                moderation.kicks().kick(Order.actor(caller), Order.place(caller), arguments.get(0), because));
    }
}
