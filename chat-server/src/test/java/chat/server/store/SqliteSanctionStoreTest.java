package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.sanction.Sanction;
import chat.server.sanction.SanctionStore;
import chat.server.sanction.SanctionStoreContract;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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
