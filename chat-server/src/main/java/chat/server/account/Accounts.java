package chat.server.account;

import chat.common.UserName;
import chat.server.name.NameTable;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All registered names. Nobody else can have one of them, nor one that looks like it. Thread-safe. */
public final class Accounts {
    private final InstantSource clock;
    private final AtomicLong last = new AtomicLong(Account.NONE);
    private final Map<Long, Account> byId = new ConcurrentHashMap<>();
    private final NameTable<Long> names = new NameTable<>();

    /**
     * Begins without any.
     *
     * @param clock dates registrations
     */
    public Accounts(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The account of a name.
     *
     * @param name in any case
     * @return the account as it is now, if the name is registered
     */
    public Optional<Account> find(UserName name) {
        return names.find(name).flatMap(this::find);
    }

    /**
     * An account by its number.
     *
     * @param id its {@linkplain Account#id number}
     * @return the account as it is now, if there is one
     */
    public Optional<Account> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** How many accounts look after the server. */
    public long operators() {
        return byId.values().stream().filter(Account::operator).count();
    }

    /**
     * The registered name that keeps a guest from having a name.
     *
     * @param name which
     * @return an account whose name is the same, or looks like it
     */
    public Optional<Account> inTheWay(UserName name) {
        return names.inTheWay(name, Account.NONE).flatMap(this::find);
    }

    /**
     * Registers a name.
     *
     * @param name which; not one that is {@linkplain #inTheWay in the way} of another
     * @param operator whether its owner looks after the server
     * @return the account, when it is kept
     */
    public CompletableFuture<Account> add(UserName name, boolean operator) {
        Account account = new Account(last.incrementAndGet(), name, operator, clock.instant());
        byId.put(account.id(), account);
        names.claim(name, account.id());
        return CompletableFuture.completedFuture(account);
    }

    /**
     * Gives or takes the role of an operator.
     *
     * @param id whose account
     * @param operator whether its owner looks after the server from now on
     * @return the account as it is then, when that is kept; empty if there is no such account any more
     */
    public CompletableFuture<Optional<Account>> setOperator(long id, boolean operator) {
        return CompletableFuture.completedFuture(
                Optional.ofNullable(byId.computeIfPresent(id, (same, account) -> account.withOperator(operator))));
    }
}
