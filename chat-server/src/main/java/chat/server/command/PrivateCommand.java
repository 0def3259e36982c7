package chat.server.command;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.PrivateMessage;
import chat.common.event.PrivateSent;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Writes to one person.
 *
 * <pre>
 *   ann types   /private bob hello
 *   bob reads   ann(private): hello
 *   ann reads   Sent to bob.
 * </pre>
 */
final class PrivateCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/private NAME TEXT", "writes TEXT to NAME alone", "/private bob hello")
            .alias("msg")
            .details("Nobody else reads it.")
            .speaks(Syntax.Speech.PRIVATE)
            .build();

    private final SessionRegistry registry;

    PrivateCommand(SessionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        String name = arguments.get(0);
        Session receiver = UserName.parse(name).flatMap(registry::find).orElse(null);
        if (receiver == null) {
            return Reply.failure(
                    Failure.Code.NOT_FOUND, "User not found: " + name + ". Type /allusers to see who is here.");
        }
        if (receiver == caller) {
            return Reply.failure(
                    Failure.Code.BAD_ARGUMENTS,
                    "That is your own name. Please type " + SYNTAX.usage() + " with the name of somebody else.");
        }
        long seconds = caller.intake().pace().secondsToCorrespondent(receiver.id());
        if (seconds > 0) {
            return Reply.tooOften("You are writing to many people.", seconds);
        }
        UserName to = receiver.name();
        CompletableFuture<Boolean> taken = receiver.offer(new PrivateMessage(caller.name(), arguments.get(1)));
        return taken.isDone() ? answer(taken.join(), to) : Reply.later(taken.thenApply(yes -> answer(yes, to)));
    }

    private static Reply answer(boolean taken, UserName to) {
        return taken
                ? Reply.confirmation(new PrivateSent(to))
                : Reply.failure(
                        Failure.Code.NOT_READING,
                        "Not sent: the connection of " + to + " takes nothing at the moment. Please try again later.");
    }
}
