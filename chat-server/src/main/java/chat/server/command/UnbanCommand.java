package chat.server.command;

import chat.common.RoomName;
import chat.common.event.Event;
import chat.server.moderation.Moderation;
import chat.server.session.Session;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Takes back what /bans lists.
 *
 * <pre>
 *   ann types   /unban 7
 *   bob reads   * ann lets eve into staff again
 * </pre>
 */
final class UnbanCommand implements Command {
    /** Nobody can have that name. */
    private static final String ALL = "all";

    private static final Syntax SYNTAX = Syntax.of("/unban WHAT [ROOM]", "takes a ban or a mute back", "/unban #7")
            .needs(Permission.OWNER)
            .shownAs("/unban WHAT")
            .rule(
                    "WHAT is a number, a name or an address, as /bans shows them, or all. #7 is always the number, and 7 too unless somebody of that name is banned.")
            .details("In the lobby, /unban all ROOM takes back all that was done in ROOM.")
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
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        boolean all = arguments.get(0).equalsIgnoreCase(ALL);
        if (arguments.size() > 1) {
            if (!all || !RoomWords.isLobby(caller.rooms().current())) {
                throw new Syntax.BadArguments();
            }
            RoomName room = RoomName.parse(arguments.get(1)).orElse(null);
            return room == null ? RoomWords.notAName() : Order.reply(liftAll(caller, room));
        }
        if (all) {
            return Order.reply(moderation.pardons().liftAll(Order.actor(caller), Order.place(caller)));
        }
        return Order.reply(moderation.pardons().lift(null, Order.actor(caller), Order.place(caller), arguments.get(0)));
    }

    private CompletableFuture<Event> liftAll(Session caller, RoomName room) {
        return room.equals(RoomName.LOBBY)
                ? moderation.pardons().liftAll(Order.actor(caller), Order.place(caller))
                : moderation.pardons().liftAll(Order.actor(caller), room);
    }
}
