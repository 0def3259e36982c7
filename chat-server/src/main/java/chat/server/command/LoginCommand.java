package chat.server.command;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.LoggedIn;
import chat.common.event.PasswordPrompt;
import chat.common.event.Tip;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.moderation.Gate;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Proves that a registered name is one's own, and takes it.
 *
 * <pre>
 *   ann types   /login ann
 *   ann reads   Please type the password of ann, and press Enter. telnet does not show it as you type; ...
 *   ann types   correct horse
 *   ann reads   Name accepted: you are ann, and have logged in. ...
 * </pre>
 */
final class LoginCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/login [NAME] [PASSWORD]", "takes a registered name that is yours", "/login ann")
            .evenUnnamed()
            .asksBelow(2)
            .details("Without PASSWORD it is asked for, and telnet does not show it. /register makes a name yours.")
            .build();

    private final SessionRegistry registry;
    private final Accounts accounts;
    private final Gate gate;
    private final Credentials credentials;
    private final NameReturn nameReturn;
    private final Entrance entrance;

    LoginCommand(Services services, Credentials credentials, NameReturn nameReturn, Entrance entrance) {
        this.registry = services.registry();
        this.accounts = services.accounts();
        this.gate = services.moderation().gate();
        this.credentials = credentials;
        this.nameReturn = nameReturn;
        this.entrance = entrance;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        if (arguments.isEmpty() && !caller.hasName()) {
            throw new Syntax.BadArguments();
        }
        Reply obstacle = credentials.obstacle(caller);
        if (obstacle != null) {
            return obstacle;
        }
        String wanted = arguments.isEmpty() ? caller.name().toString() : arguments.get(0);
        String problem = UserName.problemWith(wanted);
        if (problem != null) {
            return Reply.failure(Failure.Code.NAME_NOT_ALLOWED, problem);
        }
        UserName name = UserName.of(wanted);
        if (isThere(caller, name)) {
            return Reply.of(new Tip("You have logged in as " + caller.name() + " already."));
        }
        return arguments.size() > 1
                ? logIn(caller, name, arguments.get(1))
                : credentials.ask(caller, PasswordPrompt.Purpose.CURRENT, name, typed -> logIn(caller, name, typed));
    }

    private static boolean isThere(Session caller, UserName name) {
        return caller.identity()
                .account()
                .filter(account -> account.name().equals(name) && caller.name().equals(name))
                .isPresent();
    }

    private Reply logIn(Session caller, UserName name, String typed) {
        return credentials.check(caller, name, typed, right -> enter(caller, right.account()));
    }

    /** The password was right; whoever has the name without having logged in has to give it back first. */
    private Reply enter(Session caller, Account account) {
        Optional<Failure> refusal = gate.refusal(caller, account.name(), account.id());
        if (refusal.isPresent()) {
            return Reply.of(refusal.get());
        }
        CompletableFuture<Boolean> free = nameReturn.free(account, caller);
        return Reply.later(free.thenApply(
                done -> Reply.by(() -> done ? take(caller, account.id()) : Reply.of(held(account.name())))));
    }

    private Reply take(Session caller, long id) {
        Optional<Account> account = accounts.find(id); // it may be gone by now
        if (account.isEmpty()) {
            return givenUp();
        }
        boolean first = !caller.hasName();
        UserName name = account.get().name();
        Optional<Failure> refusal = gate.refusal(caller, name, id);
        if (refusal.isPresent()) {
            return Reply.of(refusal.get());
        }
        if (!caller.identity().logIn(account.get())) {
            return Reply.of(held(name));
        }
        if (accounts.find(id).isEmpty()) { // given up at this very moment, so that nobody may have told this session
            registry.forget(account.get());
            return givenUp();
        }
        nameReturn.renameThoseAlikeFromAfar(account.get());
        LoggedIn welcome = new LoggedIn(name, first);
        return first ? entrance.enter(caller, welcome) : Reply.entered(welcome, null, entrance.leadOut(caller));
    }

    private static Reply givenUp() {
        return Reply.failure(Failure.Code.NOT_FOUND, "That name has just been given up: /setname takes it.");
    }

    private static Failure held(UserName name) {
        return new Failure(
                Failure.Code.NAME_TAKEN,
                "The name " + name + " is held by somebody who does not let go of it. Please try again.");
    }
}
