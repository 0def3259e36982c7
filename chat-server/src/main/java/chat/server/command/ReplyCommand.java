package chat.server.command;

import chat.common.event.Failure;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.session.Peer;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.List;
import java.util.Optional;

/**
 * Writes to whoever wrote to the caller alone last, whatever they are called now.
 *
 * <pre>
 *   ann reads   bob(private): coffee?
 *   ann types   /reply in five minutes
 *   ann reads   Sent to bob.
 * </pre>
 */
final class ReplyCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/reply TEXT", "writes TEXT to whoever wrote to you alone last", "/reply in five minutes")
            .details("It is kept if they have gone and are registered.")
            .speaks(Syntax.Speech.PRIVATE)
            .build();

    private final SessionRegistry registry;
    private final Accounts accounts;
    private final Writing writing;

    ReplyCommand(SessionRegistry registry, Accounts accounts, Writing writing) {
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
        Peer peer = caller.acquaintances().lastPeer();
        if (peer == null) {
            return Reply.failure(
                    Failure.Code.NOT_FOUND,
                    "Nobody has written to you alone yet. To write first, type /private NAME TEXT");
        }
        return find(peer)
                .map(to -> writing.write(caller, to, arguments.get(0)))
                .orElseGet(() -> Reply.failure(
                        Failure.Code.NOT_FOUND,
                        "Not sent: " + peer.name() + ", who wrote to you last, has left and has no registered name."));
    }

    private Optional<Addressee> find(Peer peer) {
        return peer.account() == Account.NONE
                ? peer.guest(registry).map(Addressee::of)
                : accounts.find(peer.account()).map(account -> Addressee.of(account, registry));
    }
}
