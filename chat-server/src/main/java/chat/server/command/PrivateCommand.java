package chat.server.command;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.server.account.Accounts;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.List;

/**
 * Writes to one person.
 *
 * <pre>
 *   ann types   /private bob hello
 *   bob reads   ann(private): hello
 *   ann reads   Sent to bob.
 *
 *   ann types   /private carl hello         and carl, who is registered, is away
 *   ann reads   Kept for carl: they read it when they log in, within 30 days.
 * </pre>
 */
final class PrivateCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/private NAME TEXT", "writes TEXT to NAME alone", "/private bob hello")
            .alias("msg")
            .details("Nobody else reads it. It is kept for registered people who are away.")
            .speaks(Syntax.Speech.PRIVATE)
            .build();

    private final SessionRegistry registry;
    private final Accounts accounts;
    private final Writing writing;

    PrivateCommand(SessionRegistry registry, Accounts accounts, Writing writing) {
        this.registry = registry;
        this.accounts = accounts;
        this.writing = writing;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        String name = arguments.get(0);
        Addressee to = UserName.parse(name)
                .flatMap(parsed -> Addressee.find(parsed, registry, accounts))
                .orElse(null);
        if (to == null) {
            return Reply.failure(
                    Failure.Code.NOT_FOUND, "User not found: " + name + ". Type /allusers to see who is here.");
        }
        if (to.is(caller)) {
            return Reply.failure(
                    Failure.Code.BAD_ARGUMENTS,
                    "That is your own name. Please type " + SYNTAX.usage() + " with the name of somebody else.");
        }
        return writing.write(caller, to, arguments.get(1));
    }
}
