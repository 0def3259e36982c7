package chat.server.command;

import chat.common.event.PasswordPrompt;
import chat.common.event.Unregistered;
import chat.server.account.Account;
import chat.server.session.Session;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Gives one's registered name up. What was written under it stays; who wants it gone types {@code /forget me} before.
 *
 * <pre>
 *   ann types   /unregister
 *   ann reads   Please type the password of ann, and press Enter. It is not shown as you type.
 *   ...
 *   ann reads   The name ann is not registered any more. You keep it until you leave.
 * </pre>
 */
final class UnregisterCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/unregister [PASSWORD]", "gives your registered name up", "/unregister")
            .needs(Permission.REGISTERED)
            .details("Anybody may take it from then on. What you have written stays: to take it back, type /forget me"
                    + " before.")
            .build();

    private final Services services;
    private final Credentials credentials;

    UnregisterCommand(Services services, Credentials credentials) {
        this.services = services;
        this.credentials = credentials;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        Reply obstacle = credentials.obstacle(caller);
        if (obstacle != null) {
            return obstacle;
        }
        Account account = caller.identity().account().orElseThrow();
        return arguments.isEmpty()
                ? credentials.ask(
                        caller, PasswordPrompt.Purpose.CURRENT, account.name(), typed -> giveUp(caller, account, typed))
                : giveUp(caller, account, arguments.get(0));
    }

    private Reply giveUp(Session caller, Account account, String typed) {
        return credentials.check(
                caller,
                account.name(),
                typed,
                right -> Reply.later(services.moderation()
                        .promotions()
                        .giveUp(right.id())
                        .thenCompose(refusal -> refusal.isPresent()
                                ? CompletableFuture.completedFuture(Reply.of(refusal.get()))
                                : forget(right).thenApply(there -> Reply.by(() -> gone(caller, right))))
                        .exceptionally(Credentials::notKept)));
    }

    /** With all that waits for them, and all that only they had a use for. */
    private CompletableFuture<Void> forget(Account account) {
        return services.post()
                .store()
                .clear(account.id())
                .thenCompose(gone -> services.contacts().clear(account.id()));
    }

    private Reply gone(Session caller, Account account) {
        services.watches().clear(account.id());
        caller.identity().logOut();
        return Reply.of(new Unregistered(account.name()));
    }
}
