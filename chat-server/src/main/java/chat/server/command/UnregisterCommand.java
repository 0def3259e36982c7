package chat.server.command;

import chat.common.event.PasswordPrompt;
import chat.common.event.Unregistered;
import chat.server.account.Account;
import chat.server.moderation.Promotions;
import chat.server.session.Session;
import java.util.List;

/**
 * Gives one's registered name up. What was written under it stays; who wants it gone types {@code /forget me} before.
 *
 * <pre>
 *   ann types   /unregister
 *   ann reads   Please type the password of ann, and press Enter. telnet does not show it as you type; ...
 *   ...
 *   ann reads   The name ann is not registered any more. You keep it until you leave.
 * </pre>
 */
final class UnregisterCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/unregister [PASSWORD]", "gives your registered name up", "/unregister")
            .needs(Permission.REGISTERED)
            .asksBelow(1)
            .details("Anybody may take it from then on. What you have written stays: to take it back, type /forget me"
                    + " before.")
            .build();

    private final Promotions promotions;
    private final Credentials credentials;

    UnregisterCommand(Promotions promotions, Credentials credentials) {
        this.promotions = promotions;
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
                right -> Reply.later(promotions
                        .giveUp(right.account().id())
                        .thenApply(refusal -> refusal.<Reply>map(Reply::of)
                                .orElseGet(() -> Reply.by(() -> gone(caller, right.account()))))
                        .exceptionally(Credentials::notKept)));
    }

    private static Reply gone(Session caller, Account account) {
        Unregistered gone = new Unregistered(account.name());
        if (caller.name().equals(account.name())) { // else they are somebody else by now
            caller.identity().tellOthers(gone);
        }
        return Reply.of(gone);
    }
}
