package chat.server.command;

import chat.server.moderation.Moderation;
import chat.server.session.Session;
import java.util.List;

/**
 * Makes a registered name look after the current room or, in the lobby, after the server.
 *
 * <pre>
 *   ann types   /op bob
 *   bob reads   * ann made bob look after staff
 * </pre>
 */
final class OpCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/op NAME", "makes NAME look after the room", "/op bob")
            .needs(Permission.APPOINTED)
            .details("NAME must be registered. In the lobby it is about the whole server.")
            .build();

    private final Moderation moderation;

    OpCommand(Moderation moderation) {
        this.moderation = moderation;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        return Order.reply(
                moderation.promotions().set(Order.actor(caller), Order.place(caller), arguments.get(0), true));
    }
}
