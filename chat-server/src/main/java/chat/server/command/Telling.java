package chat.server.command;

import chat.common.event.Failure;
import chat.common.event.RoomEvent;
import chat.common.event.Said;
import chat.common.event.Stamp;
import chat.server.room.NotKeptException;
import chat.server.session.Session;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** What is told to the current room. A program is told that it was taken; who types it sees it on the screen already. */
final class Telling {
    private Telling() {}

    /**
     * Tells it.
     *
     * @param caller who
     * @param event what, in the caller's current room
     * @return the answer; the caller's next requests wait until the room has come far enough
     */
    static Reply tell(Session caller, RoomEvent event) {
        if (caller.isProgram()) {
            return tell(caller, event, stamp -> Reply.confirmation(new Said(event.room()), stamp));
        }
        CompletableFuture<Void> ready = caller.voice().tell(event);
        return ready.isDone() ? Reply.NONE : Reply.later(ready.thenApply(now -> Reply.NONE));
    }

    /**
     * Tells it, and answers in any case.
     *
     * @param caller who
     * @param event what, in the caller's current room
     * @param done makes the answer once it is kept, on any thread
     * @return the answer, as above; that it was refused if it could not be kept
     */
    static Reply tell(Session caller, RoomEvent event, Function<Stamp, Reply> done) {
        return Reply.later(caller.voice().tellStamped(event).thenApply(done).exceptionally(Telling::notKept));
    }

    /**
     * The answer when something could not be kept.
     *
     * @param error why; thrown on if that was not the reason
     * @return the answer
     */
    static Reply notKept(Throwable error) {
        Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        if (cause instanceof NotKeptException refusal) {
            return Reply.of(Failure.notKept(String.valueOf(refusal.getMessage())));
        }
        throw new CompletionException(error);
    }
}
