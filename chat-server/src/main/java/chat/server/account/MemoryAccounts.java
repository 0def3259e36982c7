package chat.server.account;

import chat.common.UserName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Forgets accounts when the process ends. */
public final class MemoryAccounts implements AccountStore {
    private final Map<Long, Stored> byId = new LinkedHashMap<>();
    private long last = Account.NONE;

    /** Begins without any. */
    public MemoryAccounts() {}

    @Override
    public synchronized List<Stored> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public synchronized CompletableFuture<Optional<Account>> add(
            UserName name, String password, boolean operator, Instant since) {
        if (byId.values().stream().anyMatch(known -> known.account().name().equals(name))) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Account account = new Account(++last, name, operator, since);
        byId.put(account.id(), new Stored(account, password, List.of()));
        return CompletableFuture.completedFuture(Optional.of(account));
    }

    @Override
    public CompletableFuture<Boolean> setOperator(long id, boolean operator) {
        return change(id, was -> new Stored(was.account().withOperator(operator), was.password(), was.places()));
    }

    @Override
    public CompletableFuture<Boolean> setPassword(long id, String password) {
        return change(id, was -> new Stored(was.account(), password, was.places()));
    }

    @Override
    public synchronized CompletableFuture<Boolean> renewPassword(long id, String before, String password) {
        Stored known = byId.get(id);
        return known == null || !known.password().equals(before)
                ? CompletableFuture.completedFuture(false)
                : setPassword(id, password);
    }

    @Override
    public CompletableFuture<Boolean> setPlaces(long id, List<Long> places) {
        return change(id, was -> new Stored(was.account(), was.password(), places));
    }

    private synchronized CompletableFuture<Boolean> change(long id, UnaryOperator<Stored> change) {
        return CompletableFuture.completedFuture(byId.computeIfPresent(id, (same, was) -> change.apply(was)) != null);
    }

    @Override
    public synchronized CompletableFuture<Boolean> remove(long id) {
        return CompletableFuture.completedFuture(byId.remove(id) != null);
    }
}
