package chat.server.command;

import chat.common.Period;
import chat.server.moderation.Moderation;
import chat.server.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Lets only registered people write in the current room, or also those who have been here for a while.
 *
 * <pre>
 *   ann types   /members-only 10m
 *   bob reads   * ann lets only registered people write, and who has been here for 10 minutes
 * </pre>
 */
final class MembersOnlyCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/members-only [HOW]", "lets only registered people write", "/members-only 10m")
            .needs(Permission.OWNER)
            .rule(
                    "HOW is on, off, or a time: then others may write who have been here for so long. Without it you read what"
                            + " holds.")
            .details("A time is " + Period.RULE
                    + ". Everybody still reads. Who registers only after it was turned on does not write, unless you /invite"
                    + " them. In the lobby it keeps them from writing privately, too, but to operators and who has written"
                    + " to them.")
            .build();

    private final Moderation moderation;

    MembersOnlyCommand(Moderation moderation) {
        this.moderation = moderation;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        if (arguments.isEmpty()) {
            return Reply.of(moderation.houseOrder().membersOnly(Order.place(caller)));
        }
        String word = arguments.get(0);
        Optional<Duration> only = switch (word) {
            case "off" -> Optional.empty();
            case "on" -> Optional.of(Duration.ZERO);
            default -> Optional.of(Order.time(word));
        };
        return Order.reply(moderation.houseOrder().membersOnly(Order.actor(caller), Order.place(caller), only));
    }
}
