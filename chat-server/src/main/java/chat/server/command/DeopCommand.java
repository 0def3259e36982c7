package chat.server.command;

import chat.server.moderation.Moderation;
import chat.server.session.Session;
import java.util.List;

/**
 * The opposite of /op.
 *
 * <pre>
 *   ann types   /deop bob
 *   bob reads   * ann made bob not look after staff any more
 * </pre>
 */
final class DeopCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/deop NAME", "makes NAME not look after the room any more", "/deop bob")
            .needs(Permission.APPOINTED)
            .details("NAME must be registered. In the lobby it is about the whole server.")
            .build();

    private final Moderation moderation;

    DeopCommand(Moderation moderation) {
        this.moderation = moderation;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        return Order.reply(
                moderation.promotions().set(Order.actor(caller), Order.place(caller), arguments.get(0), false));
    }
}
