package chat.server.store;

import chat.server.room.RoomStore;
import chat.server.room.SearchContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteSearchTest extends SearchContract {
    @TempDir
    private Path directory;

    @Override
    protected RoomStore open(InstantSource clock) throws StoreException {
        return SqliteStore.open(StoreSettings.in(directory), clock);
    }
}
