package chat.server.command;

import chat.server.moderation.Moderation;
import chat.server.session.Session;
import java.util.List;

/**
 * Takes back what /bans lists.
 *
 * <pre>
 *   ann types   /unban 7
 *   bob reads   * ann lets eve into staff again
 * </pre>
 */
final class UnbanCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/unban WHAT", "takes a ban or a mute back", "/unban 7")
            .needs(Permission.OWNER)
            .rule("WHAT is a number, a name or an address, as /bans shows them.")
            .build();

    private final Moderation moderation;

    UnbanCommand(Moderation moderation) {
        this.moderation = moderation;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        return Order.reply(moderation.bans().lift(null, Order.actor(caller), Order.place(caller), arguments.get(0)));
    }
}
