package chat.server.command;

import chat.common.Period;
import chat.server.moderation.Moderation;
import chat.server.moderation.Terms;
import chat.server.session.Session;
import java.util.List;

/**
 * Keeps somebody out of the current room or, in the lobby, out of the server.
 *
 * <pre>
 *   ann types   /ban eve for 2h because spam
 *   bob reads   * ann banned eve from staff for 2 hours: spam
 * </pre>
 */
final class BanCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/ban NAME [TEXT]", "keeps NAME or an address out", "/ban eve for 2h because spam")
            .shownAs("/ban NAME [for TIME] [because TEXT]")
            .needs(Permission.OWNER)
            .speaks(Syntax.Speech.ROOM)
            .rule("TIME is " + Period.RULE + ".")
            .details(
                    "It is about whatever looks like NAME, too, and about guests from the same address. In the lobby it is about the whole server; addresses (192.0.2.7, 192.0.2.0/24) only there. Who looks after a room because they came first bans for a day at most.")
            .build();

    private final Moderation moderation;

    BanCommand(Moderation moderation) {
        this.moderation = moderation;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        Terms terms = Order.terms(arguments);
        return Order.reply(moderation.bans().ban(Order.actor(caller), Order.place(caller), arguments.get(0), terms));
    }
}
