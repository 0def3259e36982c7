package chat.server.command;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.session.Absence;
import chat.server.session.Person;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a private message is for: everybody who has logged in to an account, or one guest; or an account whose owner is away.
 *
 * @param name as they write it
 * @param account theirs; null for a guest
 * @param here their sessions; none if they are away
 */
record Addressee(UserName name, @Nullable Account account, List<Session> here) {
    /** Who goes by a name, or whose own it is. */
    static Optional<Addressee> find(UserName name, SessionRegistry registry, Accounts accounts) {
        return registry.find(name)
                .map(Addressee::of)
                .filter(found -> found.account != null || !found.here.isEmpty()) // else a guest who is just leaving
                .or(() -> accounts.find(name).map(account -> of(account, registry)));
    }

    /** Somebody who is here. */
    static Addressee of(Person person) {
        return new Addressee(person.name(), person.account().orElse(null), List.copyOf(person.sessions()));
    }

    /** Whoever has an account. */
    static Addressee of(Account account, SessionRegistry registry) {
        return new Addressee(account.name(), account, List.copyOf(registry.sessions(account.id())));
    }

    /** Whether that is somebody themselves. */
    boolean is(Session caller) {
        return here.contains(caller) || (account != null && account.id() == caller.account());
    }

    /** That they are here, but away; null if they are not. */
    @Nullable
    Absence absence() {
        return here.isEmpty() ? null : here.get(0).identity().absence();
    }

    /** Tells somebody apart from all others who write, as {@link #key} tells to whom. */
    static long key(Session author) {
        return author.account() == Account.NONE ? author.id() : -author.account();
    }

    /** Tells correspondents apart: no session has a number below 0. */
    long key() {
        return account != null
                ? -account.id()
                : here.isEmpty() ? 0 : here.get(0).id();
    }
}
