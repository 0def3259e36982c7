package chat.server.session;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.account.Caller;
import chat.server.room.Traces;
import java.net.SocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who a session is: the name that it goes by, and the account that proves it. Changed on the session's event loop, read on
 * any thread.
 */
public final class Identity {
    private final Session session;
    private final SessionRegistry registry;
    private final Authorship authorship;
    private volatile @Nullable UserName name;
    private volatile @Nullable Account account;

    /**
     * Begins without a name.
     *
     * @param session whose
     * @param registry knows who has which name
     */
    Identity(Session session, SessionRegistry registry) {
        this.session = session;
        this.registry = registry;
        this.authorship = new Authorship(session, registry.marks());
    }

    /** The name; null if there is none yet. Any thread. */
    @Nullable
    UserName name() {
        return name;
    }

    /** The account that the person has logged in to, if they have. Any thread. */
    public Optional<Account> account() {
        return Optional.ofNullable(account);
    }

    /** The mark of what the session writes now. Any thread. */
    long mark() {
        return authorship.mark();
    }

    /** By what is found what the session has written, under each of its names. */
    public Traces traces() {
        return authorship.traces();
    }

    /**
     * Takes a name, for the first time or instead of the one until now; rooms are told.
     *
     * @param wanted the name
     * @return whether it was free
     */
    public boolean take(UserName wanted) {
        if (!registry.claim(wanted, session)) {
            return false;
        }
        UserName before = name;
        long former = authorship.mark();
        name = wanted;
        authorship.named(wanted);
        session.named();
        if (before == null) {
            registry.named(session);
        } else {
            // first the rooms: once the registry lets go of the old name, somebody else may come in with it
            session.rooms().renamed(before, former);
            registry.renamed(session, before);
        }
        return true;
    }

    /**
     * Logs in to an account, and takes its name.
     *
     * @param proven whose password the person knows
     * @return whether the name was free
     */
    public boolean logIn(Account proven) {
        Account before = account;
        account = proven;
        if (!take(proven.name())) {
            account = before;
            return false;
        }
        return true;
    }

    /** Has given the account up, and is a guest again, who keeps the name. */
    public void logOut() {
        Account former = account;
        account = null;
        UserName current = name;
        if (current != null) {
            authorship.named(current);
        }
        if (former != null) {
            registry.bearers().gaveUp(former.name(), authorship.mark());
        }
    }

    /** Whence the person types a password. */
    public Caller caller() {
        SocketAddress address = Origin.of(session.out().channel());
        return Caller.from(address, registry.marks().place(address));
    }
}
