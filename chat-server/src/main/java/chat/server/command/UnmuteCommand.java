package chat.server.command;

import chat.server.moderation.Moderation;
import chat.server.sanction.Sanction;
import chat.server.session.Session;
import java.util.List;

/**
 * Lets somebody write again.
 *
 * <pre>
 *   ann types   /unmute eve
 *   bob reads   * ann lets eve write again
 * </pre>
 */
final class UnmuteCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/unmute NAME", "lets NAME write again", "/unmute eve")
            .needs(Permission.OWNER)
            .build();

    private final Moderation moderation;

    UnmuteCommand(Moderation moderation) {
        this.moderation = moderation;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        return Order.reply(moderation
                .pardons()
                .lift(Sanction.Kind.MUTE, Order.actor(caller), Order.place(caller), arguments.get(0)));
    }
}
