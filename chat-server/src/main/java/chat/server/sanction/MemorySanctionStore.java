package chat.server.sanction;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Only counts: whoever needs a sanction has it in memory already. */
class MemorySanctionStore implements SanctionStore {
    private final AtomicLong last = new AtomicLong();

    @Override
    public List<Sanction> all() {
        return List.of();
    }

    @Override
    public CompletableFuture<Sanction> add(Sanction sanction, Collection<Long> instead) {
        return CompletableFuture.completedFuture(sanction.withId(last.incrementAndGet()));
    }

    @Override
    public CompletableFuture<Void> remove(Collection<Long> ids) {
        return CompletableFuture.completedFuture(null);
    }
}
