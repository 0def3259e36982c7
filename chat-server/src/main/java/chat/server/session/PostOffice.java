package chat.server.session;

import chat.server.account.Account;
import chat.server.mail.Letter;
import chat.server.mail.MailStore;
import chat.server.mail.MailStore.Verdict;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps private messages for those who are away, and brings them when they come: to one connection of theirs at a time, so
 * that no two tell the same. Thread-safe.
 */
public final class PostOffice implements Comings {
    private final MailStore store;
    private final SessionRegistry registry;

    /** The last delivery for each account, while there is one. */
    private final Map<Long, CompletableFuture<Void>> underway = new ConcurrentHashMap<>();

    /**
     * Begins.
     *
     * @param store where messages wait
     * @param registry who is here
     */
    public PostOffice(MailStore store, SessionRegistry registry) {
        this.store = store;
        this.registry = registry;
    }

    /** Where messages wait. */
    public MailStore store() {
        return store;
    }

    /**
     * Keeps a message for somebody who is away.
     *
     * @param author who writes
     * @param owner for whom
     * @param text what, printable
     * @return what became of it, when that is on disk, on any thread
     */
    public CompletableFuture<Verdict> keep(Session author, Account owner, String text) {
        Letter letter = new Letter(owner.id(), author.name(), author.account(), author.mark(), text);
        return store.keep(letter).thenApply(verdict -> {
            if (verdict == Verdict.KEPT) { // who has come meanwhile may have asked before it was there
                registry.sessions(owner.id()).stream().findFirst().ifPresent(this::bring);
            }
            return verdict;
        });
    }

    /**
     * Removes what somebody has written and nobody has read.
     *
     * @param marks by what it is found
     * @return how many were removed
     */
    public CompletableFuture<Integer> forget(Set<Long> marks) {
        return store.forget(marks);
    }

    @Override
    public void loggedIn(Session session) {
        bring(session);
    }

    /** Behind what is being brought to another connection of theirs, if anything is. */
    private void bring(Session session) {
        long owner = session.account();
        CompletableFuture<Void> next = underway.compute(owner, (same, before) -> {
            MailDelivery delivery = new MailDelivery(session, owner, store, registry.times());
            return before == null ? delivery.begin() : before.thenCompose(done -> delivery.begin());
        });
        next.thenRun(() -> underway.remove(owner, next));
    }
}
