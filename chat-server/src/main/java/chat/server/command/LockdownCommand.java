package chat.server.command;

import chat.server.moderation.Moderation;
import chat.server.moderation.Place;
import chat.server.room.Rooms;
import chat.server.session.Session;
import java.util.List;

/**
 * Lets nobody new in who has not got a registered name.
 *
 * <pre>
 *   ann types   /lockdown on
 *   bob reads   * ann closed this server to guests who are not here yet
 * </pre>
 */
final class LockdownCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/lockdown [HOW]", "lets in only who logs in", "/lockdown on")
            .needs(Permission.OPERATOR)
            .rule("HOW is on or off; without it you read what holds.")
            .details("It is about the whole server; those who are here stay.")
            .build();

    private final Moderation moderation;
    private final Rooms rooms;

    LockdownCommand(Moderation moderation, Rooms rooms) {
        this.moderation = moderation;
        this.rooms = rooms;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        if (arguments.isEmpty()) {
            return Reply.of(moderation.houseOrder().lockdown());
        }
        String how = arguments.get(0);
        if (!how.equals("on") && !how.equals("off")) {
            throw new Syntax.BadArguments();
        }
        Place server = new Place(rooms.lobby());
        return Order.reply(moderation.houseOrder().lockdown(Order.actor(caller), server, how.equals("on")));
    }
}
