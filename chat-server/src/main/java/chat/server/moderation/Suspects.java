package chat.server.moderation;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Failure;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.audit.Actor;
import chat.server.limit.AddressPrefix;
import chat.server.sanction.Sanction;
import chat.server.sanction.Target;
import chat.server.sanction.Who;
import chat.server.session.Departures.Departure;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds those who are meant, and says who must not be hit. Any thread. */
final class Suspects {
    /** From how many addresses one person is known to come. */
    private static final int MOST_ADDRESSES = 32;

    private final SessionRegistry registry;
    private final Accounts accounts;
    private final Roles roles;
    private final Spared spared;

    Suspects(SessionRegistry registry, Accounts accounts, Roles roles, Spared spared) {
        this.registry = registry;
        this.accounts = accounts;
        this.roles = roles;
        this.spared = spared;
    }

    /** Who goes by a name now; also if nobody ever has. */
    Suspect find(UserName name) {
        Optional<Account> account = accounts.meantBy(name);
        return new Suspect(name, account, named(name, account).toList(), List.of(), 0, false);
    }

    /** Who goes by a name, or did lately, but not those whom somebody must not hit. */
    Suspect find(UserName name, Actor by, Place place) {
        Optional<Account> account = accounts.meantBy(name);
        List<Departure> former = registry.departures().of(name);
        Set<Long> formerly = former.stream().map(Departure::session).collect(Collectors.toSet());
        List<Session> here = Stream.concat(
                        named(name, account),
                        registry.sessions().stream()
                                .filter(session -> formerly.contains(session.id()) && session.hasName())
                                .filter(session -> !isSafe(session, by, place)))
                .distinct()
                .toList();
        Set<AddressPrefix> all = Stream.concat(
                        here.stream().map(session -> session.identity().who()),
                        former.stream().map(Departure::who))
                .flatMap(who -> customer(who).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<AddressPrefix> addresses = allowed(all, by, place);
        List<AddressPrefix> common = spared.now();
        boolean guarded = all.stream()
                .anyMatch(address ->
                        !addresses.contains(address) && common.stream().noneMatch(address::overlaps));
        List<AddressPrefix> hit = addresses.stream().limit(MOST_ADDRESSES).toList();
        long neighbours = registry.sessions().stream()
                .filter(session -> !here.contains(session) && session.hasName())
                .filter(session ->
                        customer(session.identity().who()).filter(hit::contains).isPresent())
                .count();
        return new Suspect(name, account, here, hit, neighbours, guarded);
    }

    /** Those of some addresses that may be hit: somebody who must not be comes from none of them. */
    List<AddressPrefix> allowed(Collection<AddressPrefix> addresses, Actor by, Place place) {
        if (addresses.isEmpty()) {
            return List.of();
        }
        List<AddressPrefix> common = spared.now();
        Set<AddressPrefix> safe = registry.sessions().stream()
                .filter(session -> session.hasName() && isSafe(session, by, place))
                .flatMap(session -> customer(session.identity().who()).stream())
                .collect(Collectors.toSet());
        return addresses.stream()
                .filter(address -> !safe.contains(address))
                .filter(address -> common.stream().noneMatch(address::overlaps))
                .toList();
    }

    private static Optional<AddressPrefix> customer(@Nullable Who who) {
        return Optional.ofNullable(who).map(Who::customer);
    }

    /** Whether somebody must not be hit by something that is not about their name. */
    private boolean isSafe(Session session, Actor by, Place place) {
        return session.name().equals(by.name())
                || (by.account() != Account.NONE && session.account() == by.account())
                || roles.isOperator(session)
                || (!place.isServer() && place.room().isOwner(session));
    }

    /**
     * What hits somebody, with all that was known of them when it was said before: they may have left since.
     *
     * @param former what was said before
     */
    Target.Person target(Suspect suspect, Collection<Sanction> former, Actor by, Place place) {
        Target.Person target = suspect.target();
        List<Target.Person> before = former.stream()
                .map(Sanction::target)
                .filter(Target.Person.class::isInstance)
                .map(Target.Person.class::cast)
                .toList();
        List<AddressPrefix> known =
                before.stream().flatMap(one -> one.addresses().stream()).toList();
        long account = Stream.concat(Stream.of(target), before.stream())
                .map(Target.Person::account)
                .filter(id -> id != Account.NONE)
                .findFirst()
                .orElse(Account.NONE);
        return new Target.Person(
                target.name(),
                account,
                Stream.concat(target.addresses().stream(), allowed(known, by, place).stream())
                        .distinct()
                        .limit(MOST_ADDRESSES)
                        .toList());
    }

    /** Those who were found, and those who would be now: somebody may have come, or changed their name. */
    List<Session> stillHere(Suspect suspect, Actor by, Place place) {
        Suspect now = find(suspect.name(), by, place);
        return refusal(now, by, place) != null
                ? suspect.here()
                : Stream.concat(suspect.here().stream(), now.here().stream())
                        .distinct()
                        .toList();
    }

    /** Those here whom some bans or mutes hit whatever they are called. */
    List<Session> heldBy(Collection<Sanction> sanctions) {
        Set<Long> numbers = sanctions.stream().map(Sanction::id).collect(Collectors.toSet());
        return registry.sessions().stream()
                .filter(session -> {
                    Who who = session.identity().who();
                    return who != null && !Collections.disjoint(who.held(), numbers);
                })
                .toList();
    }

    /** Whether a name is somebody's who is here, or is registered. */
    boolean isSomebody(UserName name) {
        return registry.find(name).isPresent() || accounts.find(name).isPresent();
    }

    private Stream<Session> named(UserName name, Optional<Account> account) {
        return registry.sessions().stream()
                .filter(Session::hasName)
                .filter(session -> session.name().equals(name)
                        || account.filter(same -> same.id() == session.account())
                                .isPresent());
    }

    /** Everybody here who comes from some addresses, with a name or without. */
    List<Session> from(AddressPrefix addresses) {
        return registry.sessions().stream()
                .filter(session -> session.identity().whence().comesFrom(addresses))
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
            return notAllowed(suspect.name() + " is an operator of this server."
                    + (roles.isOperator(by)
                            ? " Please /deop " + suspect.name() + " in the lobby first."
                            : " Nobody can do that to them."));
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
        Failure everybody = refusal(addresses);
        if (everybody != null) {
            return everybody;
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

    /** Why nothing must be done to all who come from some addresses, or have: it would be everybody. Null if it may. */
    @Nullable
    Failure refusal(AddressPrefix addresses) {
        if (addresses.bits() < (addresses.v6() ? 32 : 16)) {
            return notAllowed(addresses + " is too much of the net: a /16 of IPv4 or a /32 of IPv6 is the most.");
        }
        return spared.now().stream().anyMatch(addresses::overlaps)
                ? notAllowed(addresses + " is this machine itself, or a proxy that others come through.")
                : null;
    }

    /** Whether somebody may learn addresses. */
    boolean isForOperator(Actor by) {
        return roles.isOperator(by);
    }

    static Failure notAllowed(String sentence) {
        return new Failure(Failure.Code.NOT_ALLOWED, sentence);
    }
}
