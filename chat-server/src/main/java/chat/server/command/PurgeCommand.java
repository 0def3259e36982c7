package chat.server.command;

import chat.common.Period;
import chat.server.moderation.Moderation;
import chat.server.session.Pace;
import chat.server.session.Session;
import java.time.Duration;
import java.util.List;

/**
 * Removes what somebody has written in the current room lately.
 *
 * <pre>
 *   ann types   /purge eve 10m
 *   bob reads   * ann removed 3 lines of eve
 * </pre>
 */
final class PurgeCommand implements Command {
    private static final Duration USUAL = Duration.ofMinutes(10);

    private static final Syntax SYNTAX = Syntax.of(
                    "/purge NAME [TIME]", "removes what NAME has written here", "/purge eve 10m")
            .needs(Permission.OWNER)
            .rule("TIME is how far back: " + Period.RULE + "; 10m if you do not say.")
            .details(
                    "It is gone for everybody, with what the same person wrote under other names. An address is possible in the lobby.")
            .build();

    private final Moderation moderation;

    PurgeCommand(Moderation moderation) {
        this.moderation = moderation;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        Duration time = arguments.size() > 1 ? Order.time(arguments.get(1)) : USUAL;
        Pace pace = caller.intake().pace();
        boolean paced = !moderation.roles().isOperator(caller);
        long seconds = paced ? pace.secondsToNextRemoval() : 0;
        if (seconds > 0) {
            return Reply.tooOften("You have removed much.", seconds);
        }
        if (paced) {
            pace.removalBegins(); // as with /forget, the store reads its history and sweeps its file
        }
        long reach = Tenure.reach(moderation.roles(), caller);
        return Order.reply(
                moderation.purges().purge(Order.actor(caller), Order.place(caller), arguments.get(0), time, reach));
    }
}
