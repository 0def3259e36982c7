package chat.server.command;

import chat.server.session.Session;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Says something to the room.
 *
 * <pre>
 *   ann types   /all hello
 *   bob reads   ann: hello
 * </pre>
 */
final class AllCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/all TEXT", "says TEXT to everyone in the room; so does TEXT alone", "/all hello everybody")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        CompletableFuture<Void> ready = caller.say(arguments.get(0));
        return ready.isDone() ? Reply.NONE : Reply.later(ready.thenApply(now -> Reply.NONE));
    }
}
