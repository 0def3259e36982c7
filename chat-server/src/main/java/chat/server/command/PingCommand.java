package chat.server.command;

import chat.common.event.Pong;
import chat.server.session.Session;
import java.util.List;

/**
 * Answers, so that a program knows that its connection lives.
 *
 * <pre>
 *   ann types   /ping
 *   ann reads   pong
 * </pre>
 */
final class PingCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/ping", "tells that the connection lives", "/ping")
            .evenUnnamed()
            .forPrograms()
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        return Reply.of(new Pong());
    }
}
