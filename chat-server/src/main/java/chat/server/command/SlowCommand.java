package chat.server.command;

import chat.common.Period;
import chat.server.moderation.Moderation;
import chat.server.session.Session;
import java.time.Duration;
import java.util.List;

/**
 * Slows the current room down.
 *
 * <pre>
 *   ann types   /slow 10s
 *   bob reads   * ann slowed this room down: one message each 10 seconds
 * </pre>
 */
final class SlowCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/slow [TIME]", "lets each person write once in TIME", "/slow 10s")
            .needs(Permission.OWNER)
            .rule("TIME is " + Period.RULE + "; or off. Without it you read what holds.")
            .details("Whoever looks after the room writes as before.")
            .build();

    private final Moderation moderation;

    SlowCommand(Moderation moderation) {
        this.moderation = moderation;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        if (arguments.isEmpty()) {
            return Reply.of(moderation.houseOrder().slow(Order.place(caller)));
        }
        String word = arguments.get(0);
        Duration time = word.equals("off") ? Duration.ZERO : Order.time(word);
        return Order.reply(moderation.houseOrder().slow(Order.actor(caller), Order.place(caller), time));
    }
}
