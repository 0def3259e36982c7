package chat.server.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Notes what was asked for, and by which transaction: 0 for one of its own. */
public final class NotedAudit implements AuditStore {
    private final List<String> asked = new ArrayList<>();
    private final List<AuditEntry> recorded = new ArrayList<>();
    private int transactions;
    private int open;

    /** Something else was asked for. */
    public void note(String what) {
        asked.add(what + " " + open);
    }

    /** All that was asked for, records by their action. */
    public List<String> asked() {
        return asked;
    }

    /** What was recorded. */
    public List<AuditEntry> recorded() {
        return recorded;
    }

    @Override
    public CompletableFuture<AuditEntry> add(AuditEntry entry) {
        note(entry.action());
        recorded.add(entry);
        return CompletableFuture.completedFuture(entry.withId(recorded.size()));
    }

    @Override
    public <T> T together(Supplier<T> all) {
        open = ++transactions;
        try {
            return all.get();
        } finally {
            open = 0;
        }
    }

    @Override
    public CompletableFuture<List<AuditEntry>> latest(int count) {
        return CompletableFuture.completedFuture(List.copyOf(recorded));
    }
}
