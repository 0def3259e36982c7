package chat.server.command;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.account.Accounts;
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
        Session session = registry.find(name).orElse(null);
        if (session != null) {
            return Optional.of(of(session, registry));
        }
        return accounts.find(name).map(account -> of(account, registry));
    }

    /** Whoever a session is. */
    static Addressee of(Session session, SessionRegistry registry) {
        Account account = session.identity().account().orElse(null);
        return account == null
                ? new Addressee(session.name(), null, List.of(session))
                : new Addressee(session.name(), account, registry.online().of(account.id()));
    }

    /** Whoever has an account. */
    static Addressee of(Account account, SessionRegistry registry) {
        return new Addressee(account.name(), account, registry.online().of(account.id()));
    }

    /** Whether that is somebody themselves. */
    boolean is(Session caller) {
        return here.contains(caller) || (account != null && account.id() == caller.account());
    }

    /** Tells correspondents apart: no session has a number below 0. */
    long key() {
        return account == null ? here.get(0).id() : -account.id();
    }
}
