package chat.server.command;

import chat.common.event.CommandList;
import chat.server.session.Session;
import java.util.List;

/**
 * Explains the commands: all of them in a line each, or one in full.
 *
 * <pre>
 *   ann types   /cmd allusers
 *   ann reads   /allusers - lists who is in the room.
 *                 Example: /allusers
 * </pre>
 */
final class CmdCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/cmd [COMMAND]", "lists the commands, or explains one", "/cmd private")
            .alias("help")
            .build();

    private final Commands commands;

    CmdCommand(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        if (arguments.isEmpty()) {
            return Reply.of(new CommandList(commands.help(caller)));
        }
        String verb = arguments.get(0);
        return commands.help(verb).map(Reply::of).orElseGet(() -> commands.noSuchCommand(caller, verb));
    }
}
