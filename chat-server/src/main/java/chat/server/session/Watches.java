package chat.server.session;

import chat.common.UserName;
import chat.common.event.Here;
import chat.server.account.Account;
import chat.server.contact.Contact;
import chat.server.contact.ContactKind;
import chat.server.contact.ContactStore;
import chat.server.contact.WatchLists;
import chat.server.room.NotKeptException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Who waits for whom to come: registered people for ever and on all their connections, guests until they leave. All lists are
 * in memory, {@value WatchLists#MOST} entries each at most. Thread-safe.
 */
public final class Watches implements Comings {
    private final ContactStore store;
    private final SessionRegistry registry;
    private final WatchLists<Long> registered = new WatchLists<>();
    private final WatchLists<Session> guests = new WatchLists<>();

    /**
     * Begins with what is kept. May wait for the disk.
     *
     * @param store where lists are kept
     * @param registry who is here
     */
    public Watches(ContactStore store, SessionRegistry registry) {
        this.store = store;
        this.registry = registry;
        store.all(ContactKind.AWAITED)
                .forEach((owner, contacts) -> contacts.forEach(contact -> registered.add(owner, contact)));
    }

    /**
     * For whom somebody waits.
     *
     * @param session who
     */
    public List<Contact> list(Session session) {
        return session.account() == Account.NONE ? guests.list(session) : registered.list(session.account());
    }

    /**
     * Somebody waits for somebody else. On the session's event loop.
     *
     * @param session who
     * @param contact for whom: a name, and the account that they have to have logged in to, if any
     * @return completed when that is so and, for who has logged in, kept, with whether the other one is here already; with a
     *     {@link NotKeptException} if it cannot be
     */
    public CompletableFuture<Boolean> watch(Session session, Contact contact) {
        long owner = session.account();
        if (owner == Account.NONE) {
            guests.add(session, contact);
            return CompletableFuture.completedFuture(isHere(contact));
        }
        return store.add(ContactKind.AWAITED, owner, contact).thenApply(count -> {
            if (count > 0) {
                registered.add(owner, contact);
            }
            return isHere(contact);
        });
    }

    /** After the wish is known: so whoever comes at this moment is not missed. */
    private boolean isHere(Contact contact) {
        return contact.account() == Account.NONE
                ? registry.find(contact.name()).isPresent()
                : !registry.sessions(contact.account()).isEmpty();
    }

    /**
     * Somebody waits for somebody else no longer. On the session's event loop.
     *
     * @param session who
     * @param contact for whom
     * @return completed as with {@link #watch}
     */
    public CompletableFuture<Void> unwatch(Session session, Contact contact) {
        long owner = session.account();
        if (owner == Account.NONE) {
            guests.remove(session, contact.name());
            return CompletableFuture.completedFuture(null);
        }
        return store.remove(ContactKind.AWAITED, owner, contact)
                .thenAccept(count -> registered.remove(owner, contact.name()));
    }

    /** Tells those who wait, each by all their connections. */
    @Override
    public void came(Session session) {
        UserName name = session.name();
        Here here = new Here(name);
        guests.watchers(name, session.account()).forEach(watcher -> tell(watcher, session, here));
        for (long owner : registered.watchers(name, session.account())) {
            registry.sessions(owner).forEach(watcher -> tell(watcher, session, here));
        }
    }

    /** Whoever takes a name for which they have waited themselves knows it. */
    private static void tell(Session watcher, Session who, Here here) {
        if (watcher != who) {
            watcher.later(() -> watcher.send(here));
        }
    }

    /** For whom somebody has waited as a guest they wait from now on. */
    @Override
    public void loggedIn(Session session) {
        long owner = session.account();
        for (Contact contact : guests.clear(session)) {
            if (contact.account() != owner && registered.list(owner).size() < WatchLists.MOST) {
                registered.add(owner, contact);
                store.add(ContactKind.AWAITED, owner, contact);
            }
        }
    }

    /** A guest goes on waiting; the owner of another account does not. */
    @Override
    public void loggedOut(Session session, Account former) {
        if (session.account() == Account.NONE) {
            registered.list(former.id()).forEach(contact -> guests.add(session, contact));
        }
    }

    @Override
    public void left(Session session) {
        guests.clear(session);
    }

    /**
     * An account is no more, and with it the list of its owner; in the store it goes with {@link Contacts#clear}.
     *
     * @param owner its number
     */
    public void clear(long owner) {
        registered.clear(owner);
    }
}
