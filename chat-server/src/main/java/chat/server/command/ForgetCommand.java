package chat.server.command;

import chat.common.event.Confirm;
import chat.common.event.Failure;
import chat.common.event.Forgotten;
import chat.server.room.NotKeptException;
import chat.server.room.Rooms;
import chat.server.room.Traces;
import chat.server.session.Pace;
import chat.server.session.PostOffice;
import chat.server.session.Session;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Takes back all that somebody has written.
 *
 * <pre>
 *   ann types   /forget me
 *   ann reads   This removes for good what you have written in all rooms ... To do it type /forget me now
 *   ann types   /forget me now
 *   bob reads   * ann took back 3 lines
 *   ann reads   Removed for good: 3 lines in 1 room. ...
 * </pre>
 */
final class ForgetCommand implements Command {
    private static final String WHOM = "me";
    private static final String SURE = "me now";

    private static final Syntax SYNTAX = Syntax.of("/forget TEXT", "takes back all that you have written", "/forget me")
            .shownAs("/forget me")
            .rule("It tells you what happens, and does nothing yet.")
            .details(
                    "It is about the account that you have logged in to; of guests, about their name from their address.")
            .build();

    private final Rooms rooms;
    private final PostOffice post;

    ForgetCommand(Rooms rooms, PostOffice post) {
        this.rooms = rooms;
        this.post = post;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        String words = String.join(" ", arguments.get(0).strip().split("[ \\t]+"));
        if (words.equals(WHOM)) {
            return Reply.of(new Confirm(
                    "This removes for good what you have written as " + caller.name()
                            + (caller.identity().account().isPresent() ? ", logged in," : " from this address,")
                            + " in all rooms, now and earlier, and your private messages that nobody has read yet.",
                    "/forget me now"));
        }
        if (!words.equals(SURE)) {
            throw new Syntax.BadArguments();
        }
        return remove(caller);
    }

    /** Cheap to ask for, but the store reads all its history and sweeps its file. */
    private Reply remove(Session caller) {
        Pace pace = caller.intake().pace();
        long seconds = pace.secondsToNextRemoval();
        if (seconds > 0) {
            return Reply.tooOften("You have taken back your words often.", seconds);
        }
        Traces traces = caller.identity().traces();
        // what waits goes first: then the file is swept of it with the rest
        CompletableFuture<Integer> mail = post.forget(traces.marks());
        return rooms.forget(caller, traces)
                .map(forgotten -> {
                    pace.removalBegins();
                    return Reply.later(forgotten
                            .<Integer, Reply>thenCombine(mail, ForgetCommand::done)
                            .exceptionally(ForgetCommand::notDone));
                })
                .orElseGet(() -> Reply.failure(
                        Failure.Code.SERVER_BUSY,
                        "The server removes what others have written. Please try again soon."));
    }

    private static Reply done(Forgotten said, int letters) {
        return Reply.of(new Forgotten(said.lines(), said.rooms(), letters));
    }

    private static Reply notDone(Throwable error) {
        Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        if (cause instanceof NotKeptException refusal) {
            return Reply.failure(
                    Failure.Code.NOT_REMOVED,
                    "Some or all of what you have written is still there (" + refusal.getMessage()
                            + "). Please try again later.");
        }
        throw new CompletionException(error);
    }
}
