package chat.server.command;

import chat.common.Period;
import chat.server.moderation.Moderation;
import chat.server.moderation.Terms;
import chat.server.session.Session;
import java.util.List;

/**
 * Keeps somebody from writing in the current room or, in the lobby, anywhere.
 *
 * <pre>
 *   ann types   /mute eve for 10m because spam
 *   bob reads   * ann muted eve for 10 minutes: spam
 * </pre>
 */
final class MuteCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/mute NAME [TEXT]", "keeps NAME from writing", "/mute eve for 10m because spam")
            .shownAs("/mute NAME [for TIME] [because TEXT]")
            .needs(Permission.OWNER)
            .speaks(Syntax.Speech.ROOM)
            .rule("TIME is " + Period.RULE + ".")
            .details(
                    "They still read. In the lobby it is about the whole server. Who looks after a room because they came first does it for a day at most.")
            .build();

    private final Moderation moderation;

    MuteCommand(Moderation moderation) {
        this.moderation = moderation;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        Terms terms = Order.terms(arguments);
        return Order.reply(moderation.bans().mute(Order.actor(caller), Order.place(caller), arguments.get(0), terms));
    }
}
