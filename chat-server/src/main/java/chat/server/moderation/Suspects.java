package chat.server.moderation;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Failure;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.audit.Actor;
import chat.server.limit.AddressPrefix;
import chat.server.sanction.Who;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds those who are meant, and says who must not be hit. Any thread. */
final class Suspects {
    /** From how many addresses one person is known to come. */
    private static final int MOST_ADDRESSES = 32;

    private final SessionRegistry registry;
    private final Accounts accounts;
    private final Roles roles;
    private final List<AddressPrefix> spared;

    /**
     * Begins.
     *
     * @param spared addresses that must not be hit: of this machine, and of proxies, behind which everybody is
     */
    Suspects(SessionRegistry registry, Accounts accounts, Roles roles, List<AddressPrefix> spared) {
        this.registry = registry;
        this.accounts = accounts;
        this.roles = roles;
        this.spared = List.copyOf(spared);
    }

    /** Who goes by a name, or did lately; also if nobody ever has. */
    Suspect find(UserName name) {
        Optional<Account> account = accounts.inTheWay(name);
        List<Session> here = named(name, account).toList();
        Set<AddressPrefix> addresses = new LinkedHashSet<>();
        Stream.concat(
                        here.stream().map(session -> session.identity().who()),
                        registry.departures().of(name).stream().map(departure -> departure.who()))
                .flatMap(Stream::ofNullable)
                .map(Who::customer)
                .flatMap(Stream::ofNullable)
                .filter(address -> spared.stream().noneMatch(address::overlaps))
                .limit(MOST_ADDRESSES)
                .forEach(addresses::add);
        long neighbours = registry.sessions().stream()
                .filter(session -> !here.contains(session) && session.hasName())
                .filter(session -> isFrom(session, addresses::contains))
                .count();
        return new Suspect(name, account, here, List.copyOf(addresses), neighbours);
    }

    private Stream<Session> named(UserName name, Optional<Account> account) {
        return registry.sessions().stream()
                .filter(Session::hasName)
                .filter(session -> session.name().equals(name)
                        || account.filter(same -> same.id() == session.account())
                                .isPresent());
    }

    private static boolean isFrom(Session session, Predicate<AddressPrefix> addresses) {
        Who who = session.identity().who();
        AddressPrefix from = who == null ? null : who.customer();
        return from != null && addresses.test(from);
    }

    /** Everybody here who comes from some addresses, with a name or without. */
    List<Session> from(AddressPrefix addresses) {
        return registry.sessions().stream()
                .filter(session -> session.identity().comesFrom(addresses))
                .toList();
    }

    /** Why somebody must not be hit; null if they may be. */
    @Nullable
    Failure refusal(Suspect suspect, Actor by, Place place) {
        if (suspect.name().equals(by.name())
                || suspect.account()
                        .filter(account -> account.id() == by.account())
                        .isPresent()) {
            return notAllowed("That is you yourself.");
        }
        if (suspect.account().filter(Account::operator).isPresent()) {
            return notAllowed(suspect.name() + " is an operator of this server. Please /deop " + suspect.name()
                    + " in the lobby first.");
        }
        if (!place.isServer() && !roles.isOperator(by) && looksAfter(suspect, place)) {
            return notAllowed(suspect.name() + " looks after " + place.room().name() + ", too. Please /deop "
                    + suspect.name() + " first.");
        }
        return null;
    }

    private static boolean looksAfter(Suspect suspect, Place place) {
        return suspect.here().stream().anyMatch(place.room()::isOwner)
                || suspect.account()
                        .filter(account -> place.room().settings().isOwner(account.id()))
                        .isPresent();
    }

    /** Why some addresses must not be hit; null if they may be. */
    @Nullable
    Failure refusal(AddressPrefix addresses, Actor by, Place place) {
        if (!place.isServer()) {
            return notAllowed("Addresses are banned from the whole server only: in " + RoomName.LOBBY
                    + ", by operators. Here please name somebody.");
        }
        if (addresses.bits() < (addresses.v6() ? 32 : 16)) {
            return notAllowed(addresses + " is too much of the net: a /16 of IPv4 or a /32 of IPv6 is the most.");
        }
        if (spared.stream().anyMatch(addresses::overlaps)) {
            return notAllowed(addresses + " is this machine itself, or a proxy that others come through.");
        }
        for (Session session : from(addresses)) {
            if (session.hasName() && session.name().equals(by.name())) {
                return notAllowed("You come from " + addresses + " yourself.");
            }
            if (roles.isOperator(session)) {
                return notAllowed(
                        session.name() + ", who is an operator of this server, comes from " + addresses + ".");
            }
        }
        return null;
    }

    /** Whether somebody may learn addresses. */
    boolean isForOperator(Actor by) {
        return roles.isOperator(by);
    }

    static Failure notAllowed(String sentence) {
        return new Failure(Failure.Code.NOT_ALLOWED, sentence);
    }
}
