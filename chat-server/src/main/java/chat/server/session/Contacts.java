package chat.server.session;

import chat.server.account.Account;
import chat.server.contact.Contact;
import chat.server.contact.ContactKind;
import chat.server.contact.ContactStore;
import chat.server.contact.IgnoreList;
import chat.server.room.NotKeptException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whom people do not want to read: of registered ones for ever and on all their connections, of guests until they leave. All
 * lists are in memory, so that nobody has to wait for theirs; 100 entries each at most. Thread-safe.
 */
public final class Contacts implements Comings {
    private final ContactStore store;
    private final Map<Long, IgnoreList> lists = new ConcurrentHashMap<>();

    /**
     * Begins with what is kept. May wait for the disk.
     *
     * @param store where lists are kept
     */
    public Contacts(ContactStore store) {
        this.store = store;
        store.all(ContactKind.IGNORED).forEach((owner, contacts) -> lists.put(owner, new IgnoreList(contacts)));
    }

    /**
     * Whether the owner of an account does not want to read somebody.
     *
     * @param owner whose account
     * @param author who writes
     */
    public boolean ignores(long owner, Session author) {
        IgnoreList list = lists.get(owner);
        return list != null && list.has(author.id(), author.account(), author.mark());
    }

    /** The list of whoever has logged in becomes their session's, with whom they have ignored as a guest. */
    @Override
    public void loggedIn(Session session) {
        IgnoreList list = list(session);
        List<Contact> before = session.acquaintances().ignored().contacts();
        session.acquaintances().ignore(list);
        for (Contact contact : before) {
            if (!list.isFull() && contact.account() != session.account()) {
                list.add(contact);
                store.add(ContactKind.IGNORED, session.account(), contact);
            }
        }
    }

    /** A guest goes on with a list of their own; the owner of another account has nothing of it. */
    @Override
    public void loggedOut(Session session, Account former) {
        List<Contact> before = session.account() == Account.NONE
                ? session.acquaintances().ignored().contacts()
                : List.of();
        session.acquaintances().ignore(new IgnoreList(before));
    }

    /**
     * Forgets the list of an account that is no more.
     *
     * @param owner its number
     * @return completed when that is kept
     */
    public CompletableFuture<Void> clear(long owner) {
        lists.remove(owner);
        return store.clear(owner).thenAccept(gone -> {});
    }

    private IgnoreList list(Session session) {
        return session.account() == Account.NONE
                ? session.acquaintances().ownIgnored()
                : lists.computeIfAbsent(session.account(), unknown -> new IgnoreList(List.of()));
    }

    /**
     * Somebody does not want to read somebody else any more. On the session's event loop.
     *
     * @param session who
     * @param contact whom
     * @return completed when that is so and, for who has logged in, kept; with a {@link NotKeptException} if it cannot be
     */
    public CompletableFuture<Void> ignore(Session session, Contact contact) {
        IgnoreList list = list(session);
        session.acquaintances().ignore(list);
        return kept(session, contact, true).thenAccept(count -> list.add(contact));
    }

    /**
     * Somebody wants to read somebody else again. On the session's event loop.
     *
     * @param session who
     * @param contact whom
     * @return as with {@link #ignore}
     */
    public CompletableFuture<Void> unignore(Session session, Contact contact) {
        IgnoreList list = list(session);
        return kept(session, contact, false).thenAccept(count -> list.remove(contact));
    }

    private CompletableFuture<Integer> kept(Session session, Contact contact, boolean on) {
        if (session.account() == Account.NONE) {
            return CompletableFuture.completedFuture(1);
        }
        return on
                ? store.add(ContactKind.IGNORED, session.account(), contact)
                : store.remove(ContactKind.IGNORED, session.account(), contact);
    }
}
