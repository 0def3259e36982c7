package chat.server.account;

import chat.common.UserName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Another store, of which a test changes some. */
class ForwardingAccounts implements AccountStore {
    private final AccountStore store;

    ForwardingAccounts(AccountStore store) {
        this.store = store;
    }

    @Override
    public List<Stored> all() {
        return store.all();
    }

    @Override
    public CompletableFuture<Optional<Account>> add(UserName name, String password, boolean operator, Instant since) {
        return store.add(name, password, operator, since);
    }

    @Override
    public CompletableFuture<Boolean> setOperator(long id, boolean operator) {
        return store.setOperator(id, operator);
    }

    @Override
    public CompletableFuture<Boolean> setPassword(long id, String password) {
        return store.setPassword(id, password);
    }

    @Override
    public CompletableFuture<Boolean> renewPassword(long id, String before, String password) {
        return store.renewPassword(id, before, password);
    }

    @Override
    public CompletableFuture<Boolean> setPlaces(long id, List<Long> places) {
        return store.setPlaces(id, places);
    }

    @Override
    public CompletableFuture<Boolean> remove(long id) {
        return store.remove(id);
    }
}
