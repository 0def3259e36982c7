package chat.server.store;

import chat.server.contact.ContactContract;
import chat.server.contact.ContactStore;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

class SqliteContactsTest extends ContactContract {
    @TempDir
    private Path directory;

    private @Nullable SqliteStore store;

    @Override
    protected ContactStore open() throws StoreException {
        close();
        store = SqliteStore.open(StoreSettings.in(directory), InstantSource.system());
        Owners.addTo(store);
        return store.contacts();
    }

    @Override
    protected void close() {
        if (store != null) {
            store.close();
        }
    }
}
