package chat.server.command;

import chat.common.RoomName;
import chat.common.event.Failure;
import chat.common.event.Said;
import chat.server.room.NotKeptException;
import chat.server.session.Session;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Says something to the room. A program is told that it was taken; who types it sees it on the screen already.
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
        String text = arguments.get(0);
        if (caller.isProgram()) {
            RoomName room = caller.rooms().current().name();
            return Reply.later(caller.rooms()
                    .sayStamped(text)
                    .thenApply(stamp -> Reply.confirmation(new Said(room), stamp))
                    .exceptionally(AllCommand::notKept));
        }
        CompletableFuture<Void> ready = caller.rooms().say(text);
        return ready.isDone() ? Reply.NONE : Reply.later(ready.thenApply(now -> Reply.NONE));
    }

    private static Reply notKept(Throwable error) {
        Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        if (cause instanceof NotKeptException refusal) {
            return Reply.of(Failure.notKept(String.valueOf(refusal.getMessage())));
        }
        throw new CompletionException(error);
    }
}
