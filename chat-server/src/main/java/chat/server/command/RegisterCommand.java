package chat.server.command;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.Registered;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.account.Logins;
import chat.server.account.Password;
import chat.server.moderation.Gate;
import chat.server.sanction.Who;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the name that one goes by one's own.
 *
 * <pre>
 *   ann types   /register
 *   ann reads   Please choose a password for ann, and press Enter. telnet does not show it as you type; ...
 *   ann types   correct horse
 *   ann reads   Please type it once more for ann, and press Enter. It is not shown as you type.
 *   ann types   correct horse
 *   ann reads   The name ann is yours now. Next time, type /login ann
 * </pre>
 */
final class RegisterCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/register [PASSWORD]", "makes your name yours for good", "/register")
            .rule(Password.RULE)
            .asksBelow(1)
            .details("Without PASSWORD it is asked for, and telnet does not show it.")
            .build();

    private final SessionRegistry registry;
    private final Logins logins;
    private final Accounts accounts;
    private final Gate gate;
    private final Credentials credentials;

    RegisterCommand(SessionRegistry registry, Logins logins, Accounts accounts, Gate gate, Credentials credentials) {
        this.registry = registry;
        this.logins = logins;
        this.gate = gate;
        this.accounts = accounts;
        this.credentials = credentials;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        Reply obstacle = obstacle(caller);
        if (obstacle != null) {
            return obstacle;
        }
        UserName name = caller.name();
        if (arguments.isEmpty()) {
            return credentials.choose(caller, name, typed -> register(caller, name, typed));
        }
        credentials.warn(caller);
        Reply problem = Credentials.problemWith(arguments.get(0), name);
        return problem != null ? problem : register(caller, name, arguments.get(0));
    }

    private @Nullable Reply obstacle(Session caller) {
        Optional<Account> account = caller.identity().account();
        if (account.isPresent()) {
            return Reply.failure(
                    Failure.Code.NAME_TAKEN,
                    "You have registered already, as " + account.get().name() + ".");
        }
        if (accounts.inTheWay(caller.name()).isPresent()) {
            return taken(caller.name());
        }
        Optional<UserName> other = someoneAlike(caller);
        if (other.isPresent()) {
            return Reply.failure(
                    Failure.Code.NAME_TAKEN,
                    "The name " + caller.name() + " looks like " + other.get() + ", who is here. Please choose another"
                            + " one with /setname NAME, or register it when they have left.");
        }
        if (accounts.isFull()) {
            return Reply.failure(
                    Failure.Code.SERVER_BUSY,
                    "As many names are registered here as this server keeps. Please ask whoever runs it.");
        }
        Optional<Failure> refusal = gate.refusalToRegister(caller);
        return refusal.isPresent() ? Reply.of(refusal.get()) : credentials.obstacle(caller);
    }

    /** A guest whose name would be the caller's for good, since nobody but its owner may have one like it from afar. */
    private Optional<UserName> someoneAlike(Session caller) {
        Who own = caller.identity().who();
        if (own == null) {
            return Optional.empty();
        }
        return registry.sessions().stream()
                .flatMap(session -> Stream.ofNullable(session.identity().who()))
                .filter(who -> who.isGuest()
                        && !who.name().equals(own.name()) // by another connection of theirs
                        && !Collections.disjoint(who.looks(), own.looks()))
                .map(Who::name)
                .findFirst();
    }

    private static Reply taken(UserName name) {
        return Reply.failure(
                Failure.Code.NAME_TAKEN,
                "The name " + name + " is registered already. If it is yours, type /login " + name);
    }

    private Reply register(Session caller, UserName name, String typed) {
        if (!caller.name().equals(name)) {
            return Reply.failure(
                    Failure.Code.BAD_ARGUMENTS,
                    "You do not go by the name " + name + " any more, so nothing was done. Please begin again.");
        }
        Reply obstacle = obstacle(caller); // it is a while since they were asked
        if (obstacle != null) {
            return obstacle;
        }
        long seconds = logins.secondsToRegister(caller.identity().whence().caller());
        if (seconds > 0) {
            return Reply.tooOften("Many names have been registered from your address.", seconds);
        }
        return credentials.hash(
                caller,
                typed,
                hash -> accounts.add(name, false, hash)
                        .thenApply(added -> added.map(account -> Reply.by(() -> registered(caller, account)))
                                .orElse(taken(name))));
    }

    private static Reply registered(Session caller, Account account) {
        if (!caller.name().equals(account.name()) || !caller.identity().logIn(account)) {
            return Reply.failure(
                    Failure.Code.NAME_TAKEN,
                    "The name " + account.name() + " is registered with your password now, but you do not go by it"
                            + " any more. Please type /login " + account.name());
        }
        Registered done = new Registered(account.name());
        caller.identity().tellOthers(done);
        return Reply.of(done);
    }
}
