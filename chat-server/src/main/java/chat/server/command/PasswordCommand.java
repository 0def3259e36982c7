package chat.server.command;

import chat.common.event.Failure;
import chat.common.event.PasswordChanged;
import chat.common.event.PasswordPrompt;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.account.Password;
import chat.server.account.Verdict;
import chat.server.session.Session;
import java.util.List;

/**
 * Changes the password of one's account.
 *
 * <pre>
 *   ann types   /password
 *   ann reads   Please type the password of ann, and press Enter. telnet does not show it as you type; ...
 *   ...
 *   ann reads   The password of ann has changed.
 * </pre>
 */
final class PasswordCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/password [OLD] [NEW]", "changes your password", "/password")
            .needs(Permission.REGISTERED)
            .shownAs("/password [OLD NEW]")
            .rule(Password.RULE)
            .asksBelow(2)
            .details("Without words behind it, both are asked for. As words, neither has a blank in it.")
            .build();

    private final Accounts accounts;
    private final Credentials credentials;

    PasswordCommand(Accounts accounts, Credentials credentials) {
        this.accounts = accounts;
        this.credentials = credentials;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        if (arguments.size() == 1) {
            throw new Syntax.BadArguments();
        }
        Reply obstacle = credentials.obstacle(caller);
        if (obstacle != null) {
            return obstacle;
        }
        Account account = caller.identity().account().orElseThrow();
        if (arguments.isEmpty()) {
            return credentials.ask(
                    caller, PasswordPrompt.Purpose.CURRENT, account.name(), old -> askNew(caller, account, old));
        }
        Reply problem = Credentials.problemWith(arguments.get(1), account.name());
        return problem != null
                ? problem
                : credentials.check(
                        caller, account.name(), arguments.get(0), right -> change(caller, right, arguments.get(1)));
    }

    private Reply askNew(Session caller, Account account, String old) {
        return credentials.check(
                caller,
                account.name(),
                old,
                right -> credentials.choose(caller, account.name(), typed -> change(caller, right, typed)));
    }

    /** Who was asked may take their time; if an operator sets another password meanwhile, that one stays. */
    private Reply change(Session caller, Verdict.Right right, String typed) {
        Account account = right.account();
        return credentials.hash(
                caller,
                typed,
                hash -> accounts.renewPassword(account.id(), right.hash(), hash)
                        .thenApply(done -> done ? Reply.by(() -> changed(caller, account)) : hasChanged(account)));
    }

    /** On all connections of the owner, who may not have done it. */
    private static Reply changed(Session caller, Account account) {
        PasswordChanged done = new PasswordChanged(account.name());
        caller.identity().tellOthers(done);
        return Reply.of(done);
    }

    private Reply hasChanged(Account account) {
        return accounts.find(account.id()).isEmpty()
                ? Permissions.notLoggedIn()
                : Reply.failure(
                        Failure.Code.WRONG_PASSWORD,
                        "The password of " + account.name() + " has been changed since you typed it, so nothing was"
                                + " done. Please begin again, with the one that holds now.");
    }
}
