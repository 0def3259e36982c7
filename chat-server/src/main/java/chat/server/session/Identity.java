package chat.server.session;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.limit.AddressPrefix;
import chat.server.room.Traces;
import chat.server.sanction.Who;
import java.net.InetSocketAddress;
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
    private volatile @Nullable Who who;

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

    /** By what bans and mutes know the person; null if they have no name yet. Any thread. */
    public @Nullable Who who() {
        return who;
    }

    /**
     * By what bans and mutes would know the person under another name.
     *
     * @param wanted the name
     * @param proven the number of the account; {@link Account#NONE} for a guest
     */
    public Who who(UserName wanted, long proven) {
        return Who.of(wanted, proven, Origin.of(session.out().channel()));
    }

    /**
     * Whether the person comes from some addresses. Any thread.
     *
     * @param addresses which
     */
    public boolean comesFrom(AddressPrefix addresses) {
        return Origin.of(session.out().channel()) instanceof InetSocketAddress internet
                && internet.getAddress() != null
                && addresses.contains(internet.getAddress());
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
        remember();
        name = wanted;
        who = who(wanted, session.account());
        authorship.named(wanted);
        session.named();
        if (before == null) {
            registry.named(session);
        } else {
            // first the rooms: once the registry lets go of the old name, somebody else may come in with it
            session.rooms().renamed(before);
            registry.renamed(session, before);
        }
        return true;
    }

    /** Who that was until now, for those who look for them. On the session's event loop. */
    void remember() {
        Who until = who;
        if (until != null) {
            registry.departures().add(until, mark());
        }
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
}
