package chat.server.account;

import chat.common.UserName;
import chat.server.name.Lookalikes;
import chat.server.name.NameTable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All registered names. Nobody else can have one of them, nor one that looks like it, also {@linkplain Lookalikes#fromAfar from
 * afar}. All are in memory, what changes is
 * kept by a store. Thread-safe.
 */
public final class Accounts {
    /** How many there may be. */
    public static final int MOST = 100_000;

    /** How many places are remembered of each from where its owner has logged in. */
    static final int MOST_PLACES = 8;

    /** One of them, from when its name is claimed; {@link #stored} changes when the store has kept it. */
    private static final class Holder {
        private volatile AccountStore.@Nullable Stored stored;
    }

    private static final Holder NOBODY = new Holder();

    private final InstantSource clock;
    private final AccountStore store;
    private final List<Consumer<Account>> removed = new CopyOnWriteArrayList<>();
    private final Map<Long, Holder> byId = new ConcurrentHashMap<>();
    private final NameTable<Holder> names = new NameTable<>(Lookalikes::fromAfar);

    /**
     * Begins without any, and forgets all when the process ends.
     *
     * @param clock dates registrations
     */
    public Accounts(InstantSource clock) {
        this(clock, new MemoryAccounts());
    }

    /**
     * Begins with all that a store knows.
     *
     * @param clock dates registrations
     * @param store keeps them
     */
    public Accounts(InstantSource clock, AccountStore store) {
        this.clock = clock;
        this.store = store;
        for (AccountStore.Stored stored : store.all()) {
            Holder holder = new Holder();
            holder.stored = stored;
            names.restore(stored.account().name(), holder);
            byId.put(stored.account().id(), holder);
        }
    }

    /**
     * The account of a name.
     *
     * @param name in any case
     * @return the account as it is now, if the name is registered
     */
    public Optional<Account> find(UserName name) {
        return stored(name).map(AccountStore.Stored::account);
    }

    /**
     * An account by its number.
     *
     * @param id its {@linkplain Account#id number}
     * @return the account as it is now, if there is one
     */
    public Optional<Account> find(long id) {
        return Optional.ofNullable(byId.get(id)).map(holder -> holder.stored).map(AccountStore.Stored::account);
    }

    /** What is kept of a name. */
    Optional<AccountStore.Stored> stored(UserName name) {
        return names.find(name).map(holder -> holder.stored);
    }

    /** How many accounts look after the server. */
    public long operators() {
        return byId.keySet().stream()
                .flatMap(id -> find(id).stream())
                .filter(Account::operator)
                .count();
    }

    /**
     * The registered name that keeps a guest from having a name.
     *
     * @param name which
     * @return an account whose name is the same, or is like it from afar
     */
    public Optional<Account> inTheWay(UserName name) {
        return names.inTheWay(name, NOBODY).flatMap(this::find);
    }

    /**
     * The registered name that keeps somebody from having a name.
     *
     * @param name which
     * @param own the number of their account, which does not; {@link Account#NONE} for a guest
     * @return as with {@link #inTheWay(UserName)}
     */
    public Optional<Account> inTheWay(UserName name, long own) {
        return names.inTheWay(name, byId.getOrDefault(own, NOBODY)).flatMap(this::find);
    }

    /**
     * The account that is meant by a name.
     *
     * @param name which
     * @return an account whose name is the same, or cannot be told apart by a reader
     */
    public Optional<Account> meantBy(UserName name) {
        return names.like(name).stream()
                .filter(other -> Lookalikes.areAlike(other, name))
                .flatMap(other -> find(other).stream())
                .findFirst();
    }

    /** Whether there are as many as there may be. */
    public boolean isFull() {
        return byId.size() >= MOST;
    }

    /**
     * Registers a name without a password: nobody can log in to it before it has one.
     *
     * @param name which; not one that is {@linkplain #inTheWay in the way} of another
     * @param operator whether its owner looks after the server
     * @return the account, when it is kept; with an {@link IllegalStateException} if the name is in the way of another
     */
    public CompletableFuture<Account> add(UserName name, boolean operator) {
        return add(name, operator, "")
                .thenApply(added -> added.orElseThrow(() -> new IllegalStateException(name + " is registered")));
    }

    /**
     * Registers a name.
     *
     * @param name which
     * @param operator whether its owner looks after the server
     * @param password the hash of its password, or empty
     * @return the account, when it is kept; empty if the name, or one that looks like it, is registered already
     */
    public CompletableFuture<Optional<Account>> add(UserName name, boolean operator, String password) {
        Holder holder = new Holder();
        if (!names.claim(name, holder)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return store.add(name, password, operator, clock.instant()).whenComplete((added, error) -> {
            Account account = added == null ? null : added.orElse(null);
            if (account == null) {
                names.release(name, holder, null);
            } else {
                holder.stored = new AccountStore.Stored(account, password, List.of());
                byId.put(account.id(), holder);
            }
        });
    }

    /**
     * Gives or takes the role of an operator.
     *
     * @param id whose account
     * @param operator whether its owner looks after the server from now on
     * @return the account as it is then, when that is kept; empty if there is no such account any more
     */
    public CompletableFuture<Optional<Account>> setOperator(long id, boolean operator) {
        return apply(
                        store.setOperator(id, operator),
                        id,
                        was -> new AccountStore.Stored(
                                was.account().withOperator(operator), was.password(), was.places()))
                .thenApply(there -> there ? find(id) : Optional.empty());
    }

    /**
     * Changes the password.
     *
     * @param id of which account
     * @param password its hash
     * @return whether there is such an account, when that is kept
     */
    public CompletableFuture<Boolean> setPassword(long id, String password) {
        return apply(
                store.setPassword(id, password),
                id,
                was -> new AccountStore.Stored(was.account(), password, was.places()));
    }

    /**
     * Changes the password, or writes the same another way, unless it has been changed meanwhile.
     *
     * @param id of which account
     * @param before its hash until now
     * @param password its hash from now on
     * @return whether that was its hash, when that is kept
     */
    public CompletableFuture<Boolean> renewPassword(long id, String before, String password) {
        return apply(
                store.renewPassword(id, before, password),
                id,
                was -> new AccountStore.Stored(was.account(), password, was.places()));
    }

    /** The owner has logged in from somewhere, which is remembered as the latest place; nobody waits for that. */
    void loggedIn(long id, long place) {
        Holder holder = byId.get(id);
        AccountStore.Stored known = holder == null ? null : holder.stored;
        if (known == null || (!known.places().isEmpty() && last(known.places()) == place)) {
            return;
        }
        List<Long> places = new ArrayList<>(known.places());
        places.remove(place);
        places.add(place);
        List<Long> latest = List.copyOf(places.subList(Math.max(0, places.size() - MOST_PLACES), places.size()));
        var unused = apply(
                store.setPlaces(id, latest), id, was -> new AccountStore.Stored(was.account(), was.password(), latest));
    }

    private static long last(List<Long> places) {
        return places.get(places.size() - 1);
    }

    /**
     * Gives a name up: anybody may have it.
     *
     * @param id which account
     * @return whether there was one, when that is kept
     */
    public CompletableFuture<Boolean> remove(long id) {
        return store.remove(id).whenComplete((there, error) -> {
            Holder holder = error == null ? byId.remove(id) : null;
            AccountStore.Stored stored = holder == null ? null : holder.stored;
            if (holder != null && stored != null) {
                names.release(stored.account().name(), holder, null);
                removed.forEach(listener -> listener.accept(stored.account()));
            }
        });
    }

    /**
     * Asks to hear which accounts are no more.
     *
     * @param listener called on any thread, before the removal is known to who asked for it; must not wait
     */
    public void whenRemoved(Consumer<Account> listener) {
        removed.add(listener);
    }

    /** Changes what is in memory when the store has kept it; changes of one account are told in their order. */
    private CompletableFuture<Boolean> apply(
            CompletableFuture<Boolean> kept, long id, UnaryOperator<AccountStore.Stored> change) {
        return kept.whenComplete((there, error) -> {
            if (error == null && there) {
                Optional.ofNullable(byId.get(id)).ifPresent(changed(change));
            }
        });
    }

    private static Consumer<Holder> changed(UnaryOperator<AccountStore.Stored> change) {
        return holder -> {
            synchronized (holder) {
                AccountStore.Stored was = holder.stored;
                holder.stored = was == null ? null : change.apply(was);
            }
        };
    }
}
