package chat.server.command;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.NameAccepted;
import chat.server.room.Rooms;
import chat.server.session.Session;
import java.util.List;

/**
 * Takes a name: the first one leads into the lobby, a later one is told to the rooms.
 *
 * <pre>
 *   ann types   /setname ann
 *   ann reads   Name accepted: you are ann. ...
 *   bob reads   * ann joined
 * </pre>
 */
final class SetNameCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/setname NAME", "takes a name, or changes yours", "/setname ann")
            .alias("nick")
            .evenUnnamed()
            .rule("A name has " + UserName.RULE + ".")
            .build();

    private final Rooms rooms;

    SetNameCommand(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        long seconds = caller.intake().pace().secondsToNextName();
        if (seconds > 0) {
            return Reply.tooOften("You have chosen a name too often.", seconds);
        }
        String wanted = arguments.get(0);
        String problem = UserName.problemWith(wanted);
        if (problem != null) {
            return Reply.failure(Failure.Code.NAME_NOT_ALLOWED, problem);
        }
        UserName name = UserName.of(wanted);
        boolean first = !caller.hasName();
        if (!caller.takeName(name)) {
            return Reply.failure(
                    Failure.Code.NAME_TAKEN,
                    "The name " + name + " is taken. Please choose another one: /setname NAME");
        }
        if (first) {
            caller.join(rooms.lobby());
        }
        return Reply.of(new NameAccepted(name, first));
    }
}
