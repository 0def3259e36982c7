package chat.server.command;

import chat.common.UserName;
import chat.common.event.NameLost;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.name.Lookalikes;
import chat.server.sanction.Who;
import chat.server.session.Person;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives a registered name back to its owner: guests who have it, or one that looks like it, get another one. They give it up
 * on their own event loops before the owner takes it on theirs, so no two have it at any moment; nobody else can come in
 * between, since a registered name needs its login.
 */
final class NameReturn {
    /** How many guests may be in the way, one after the other. */
    private static final int MOST = 8;

    /** How many names are tried for a guest. */
    private static final int TRIES = 100;

    private final SessionRegistry registry;
    private final Accounts accounts;
    private final Random random = new Random();

    NameReturn(SessionRegistry registry, Accounts accounts) {
        this.registry = registry;
        this.accounts = accounts;
    }

    /**
     * Frees a registered name.
     *
     * @param account whose name
     * @param owner who has proven that it is theirs
     * @return whether nobody else has it any more, completed on any thread
     */
    CompletableFuture<Boolean> free(Account account, Session owner) {
        return free(account, owner, MOST);
    }

    /**
     * Renames guests who came by names like it from afar, which were free until it was registered; nothing has to wait for
     * them.
     *
     * @param account whose owner has its name now
     */
    void renameThoseAlikeFromAfar(Account account) {
        Set<String> looks = Lookalikes.fromAfar(account.name());
        for (Session session : registry.sessions()) {
            Who who = session.identity().who();
            if (who != null && who.isGuest() && !Collections.disjoint(who.looks(), looks)) {
                session.later(() -> rename(session, who.name()));
            }
        }
    }

    private CompletableFuture<Boolean> free(Account account, Session owner, int guests) {
        UserName taken = registry.inTheWay(account.name(), owner).orElse(null);
        Person other = taken == null ? null : registry.find(taken).orElse(null);
        if (taken == null || isOwner(other, account)) {
            return CompletableFuture.completedFuture(true);
        }
        if (guests == 0 || (other != null && other.account().isPresent())) {
            return CompletableFuture.completedFuture(false);
        }
        Session guest = other == null ? null : anySession(other);
        if (guest == null) { // they are just coming or going, on their own event loop
            return owner.ask(() -> true).thenCompose(there -> free(account, owner, there ? guests - 1 : 0));
        }
        return guest.ask(() -> rename(guest, taken)).thenCompose(done -> free(account, owner, guests - 1));
    }

    /** Whether that is the owner by another connection. */
    private static boolean isOwner(@Nullable Person person, Account account) {
        return person != null
                && person.account().filter(known -> known.id() == account.id()).isPresent();
    }

    private static @Nullable Session anySession(Person person) {
        return person.sessions().stream().findFirst().orElse(null);
    }

    /** On the guest's event loop. */
    private boolean rename(Session guest, UserName before) {
        if (!guest.hasName() || !guest.name().equals(before) || guest.account() != Account.NONE) {
            return false; // they have changed it themselves, or have left
        }
        Supplier<UserName> next = () -> UserName.of("guest-" + (1000 + random.nextInt(9000)));
        for (int i = 0; i < TRIES; i++) {
            UserName name = next.get();
            if (accounts.inTheWay(name).isEmpty() && guest.identity().take(name)) {
                guest.send(new NameLost(before, name));
                return true;
            }
        }
        return false;
    }
}
