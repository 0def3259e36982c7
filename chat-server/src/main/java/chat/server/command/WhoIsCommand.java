package chat.server.command;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.WhoIs;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.moderation.Roles;
import chat.server.session.Absence;
import chat.server.session.Person;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Tells whether somebody has proven who they are. Of a registered name whose owner is not here it tells that, as {@code
 * /setname} and {@code /private} do: names are no secret. Since when they are away is nobody's business.
 *
 * <pre>
 *   ann types   /whois bob
 *   ann reads   bob has logged in; the name is registered since 2026-11-22. You share the room lobby.
 * </pre>
 */
final class WhoIsCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/whois NAME", "tells whether somebody has logged in", "/whois bob")
            .build();

    private final SessionRegistry registry;
    private final Accounts accounts;
    private final Roles roles;

    WhoIsCommand(SessionRegistry registry, Accounts accounts, Roles roles) {
        this.registry = registry;
        this.accounts = accounts;
        this.roles = roles;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        String name = arguments.get(0);
        return UserName.parse(name)
                .flatMap(registry::find)
                .map(who -> Reply.of(
                        roles.isOperator(caller) ? answer(caller, who).with(connections(who)) : answer(caller, who)))
                .orElseGet(() -> Reply.failure(Failure.Code.NOT_FOUND, absent(name)));
    }

    private String absent(String name) {
        return UserName.parse(name)
                .flatMap(accounts::find)
                .map(account -> "User not found: " + account.name()
                        + " is a registered name, whose owner is not here. What you write by /private waits for them.")
                .orElse("User not found: " + name + ". Type /allusers to see who is here.");
    }

    /** By which whoever keeps order knows what to ban. */
    private List<WhoIs.Connection> connections(Person who) {
        return who.sessions().stream()
                .map(session -> new WhoIs.Connection(
                        session.address(),
                        registry.times().of(session.identity().since().toEpochMilli())))
                .toList();
    }

    private static WhoIs answer(Session caller, Person who) {
        Account account = who.account().orElse(null);
        List<RoomName> shared = caller.rooms().joined().stream()
                .filter(room -> caller.rooms().find(room).filter(who::isIn).isPresent())
                .toList();
        Absence absence = who.absence();
        String away = absence == null ? "" : absence.text();
        return account == null
                ? new WhoIs(who.name(), null, "", shared, away)
                : new WhoIs(
                        who.name(),
                        account.name(),
                        account.since().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                        shared,
                        away);
    }
}
