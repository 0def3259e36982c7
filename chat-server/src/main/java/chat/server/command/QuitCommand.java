package chat.server.command;

import chat.server.session.Ending;
import chat.server.session.Session;
import java.util.List;

/**
 * Leaves.
 *
 * <pre>
 *   ann types   /quit
 *   ann reads   You have left the chat
 *   bob reads   * ann left
 * </pre>
 */
final class QuitCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/quit", "leaves the chat", "/quit")
            .alias("exit")
            .evenUnnamed()
            .details("Your name is free for others from then on.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        caller.end(Ending.QUIT);
        return Reply.NONE;
    }
}
