package chat.server.command;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.NameAccepted;
import chat.common.event.Tip;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.moderation.Gate;
import chat.server.name.NameRules;
import chat.server.session.Pace;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.List;
import java.util.Optional;

/**
 * Takes a name: the first one leads into the lobby, a later one is told to the rooms.
 *
 * <pre>
 *   ann types   /setname ann
 *   ann reads   Name accepted: you are ann. ...
 *   bob reads   * ann joined
 * </pre>
 */
final class SetNameCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/setname NAME", "takes a name, or changes yours", "/setname ann")
            .alias("nick")
            .evenUnnamed()
            .rule("A name has " + UserName.RULE + ".")
            .build();

    private static final String ANOTHER = " Please choose another one: /setname NAME";

    private final SessionRegistry registry;
    private final Accounts accounts;
    private final Gate gate;
    private final Entrance entrance;

    SetNameCommand(SessionRegistry registry, Accounts accounts, Gate gate, Entrance entrance) {
        this.registry = registry;
        this.accounts = accounts;
        this.gate = gate;
        this.entrance = entrance;
        NameRules.isReserved(UserName.of("ann")); // loads the data for it, which must not happen on an event loop
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        String wanted = arguments.get(0);
        String problem = UserName.problemWith(wanted);
        if (problem != null) {
            return Reply.failure(Failure.Code.NAME_NOT_ALLOWED, problem);
        }
        return take(UserName.of(wanted), caller);
    }

    private Reply take(UserName name, Session caller) {
        if (NameRules.isReserved(name)) {
            return Reply.failure(
                    Failure.Code.NAME_NOT_ALLOWED,
                    "The name " + name + " is reserved. Please choose another one: it has " + UserName.RULE + ".");
        }
        Pace pace = caller.intake().pace();
        long seconds = pace.secondsToNextName();
        if (seconds > 0) { // before anything is looked up
            return Reply.tooOften("You have changed your name often.", seconds);
        }
        Optional<Failure> refusal = gate.refusal(caller, name, Account.NONE);
        if (refusal.isPresent()) {
            return Reply.of(refusal.get());
        }
        if (caller.identity()
                .account()
                .filter(account -> account.name().equals(name) && caller.name().equals(name))
                .isPresent()) {
            return Reply.failure(
                    Failure.Code.NAME_TAKEN,
                    "A registered name is written as it was registered: " + caller.name()
                            + ". Under another name you would be a guest.");
        }
        Account owned = accounts.inTheWay(name, caller.account()).orElse(null);
        if (owned != null) {
            return registered(name, owned.name());
        }
        UserName other = registry.inTheWay(name, caller).orElse(null);
        if (other != null) {
            return taken(name, other);
        }
        String problem = NameRules.problemWith(name);
        if (problem != null) {
            return Reply.failure(Failure.Code.NAME_NOT_ALLOWED, problem);
        }
        boolean first = !caller.hasName();
        Account left = caller.identity().account().orElse(null);
        if (!caller.identity().take(name)) {
            return taken(name, name); // somebody else has just come
        }
        if (first) {
            return entrance.enter(caller, new NameAccepted(name, true));
        }
        pace.nameChanged();
        if (left != null && caller.account() == Account.NONE) {
            caller.send(new Tip(
                    "Under this name you are a guest. To be " + left.name() + " again, type /login " + left.name()));
        }
        return Reply.of(new NameAccepted(name, false));
    }

    private static Reply registered(UserName name, UserName owned) {
        return Reply.failure(
                Failure.Code.NAME_TAKEN,
                "The name " + name
                        + (name.equals(owned)
                                ? " is taken. If it is yours, type /login " + name
                                : " is taken: it looks like " + owned
                                        + ", which is registered. If that is you, type /login " + owned)
                        + "." + ANOTHER);
    }

    private static Reply taken(UserName name, UserName other) {
        String why = name.equals(other) ? " is taken." : " is taken: it looks like " + other + ", who is here.";
        return Reply.failure(Failure.Code.NAME_TAKEN, "The name " + name + why + ANOTHER);
    }
}
