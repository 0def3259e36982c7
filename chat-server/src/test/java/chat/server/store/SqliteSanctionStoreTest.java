package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.audit.Actor;
import chat.server.audit.AuditEntry;
import chat.server.sanction.Sanction;
import chat.server.sanction.SanctionStore;
import chat.server.sanction.SanctionStoreContract;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSanctionStoreTest extends SanctionStoreContract {
    @TempDir
    private Path directory;

    private @Nullable SqliteStore open;

    @Override
    protected SanctionStore store() throws StoreException {
        return reopened().sanctions();
    }

    private SqliteStore reopened() throws StoreException {
        close();
        SqliteStore store = SqliteStore.open(StoreSettings.in(directory), InstantSource.system());
        open = store;
        return store;
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    /** A crash in between would leave a ban that nobody has a record of, or the other way round. */
    @Test
    void shouldBeWrittenInOneTransactionWithTheRecordOfIt() throws Exception {
        SqliteStore store = reopened();
        AuditEntry entry =
                new AuditEntry(0, Instant.EPOCH, Actor.CONSOLE, "ban", "eve", Optional.empty(), "", Optional.empty());
        store.audit()
                .together(() -> {
                    CompletableFuture<Sanction> ban = store.sanctions().add(BAN, List.of());
                    assertThat(ban)
                            .as("written before the record has been asked for")
                            .failsWithin(200, TimeUnit.MILLISECONDS)
                            .withThrowableOfType(TimeoutException.class);
                    return ban.thenCombine(store.audit().add(entry), (kept, recorded) -> kept);
                })
                .get(10, TimeUnit.SECONDS);
        assertThat(store.audit().latest(1).get(10, TimeUnit.SECONDS)).hasSize(1);
    }

    @Test
    void shouldBeTheSameWhenOpenedAgain() throws Exception {
        SanctionStore store = store();
        Sanction ban = store.add(BAN, List.of()).get();
        Sanction gone = store.add(BAN, List.of()).get();
        Sanction net = store.add(NET, List.of(gone.id())).get();
        assertThat(reopened().sanctions().all()).containsExactly(ban, net);
        reopened().sanctions().remove(List.of(ban.id(), net.id())).get();
        assertThat(reopened().sanctions().all()).isEmpty();
        assertThat(reopened().sanctions().add(BAN, List.of()).get().id()).isGreaterThan(net.id());
    }
}
