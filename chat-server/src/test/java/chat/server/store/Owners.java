package chat.server.store;

import chat.common.UserName;
import java.time.Instant;

/** Has accounts in a file, for what is kept for them. */
final class Owners {
    private Owners() {}

    /** The accounts 1, 2 and 3, if the file is new. */
    static void addTo(SqliteStore store) {
        for (String name : new String[] {"first", "second", "third"}) {
            var unused = store.accounts()
                    .add(UserName.of(name), "hash", false, Instant.EPOCH)
                    .join();
        }
    }

    /** An account more. */
    static long add(SqliteStore store, String name) {
        return store.accounts()
                .add(UserName.of(name), "hash", false, Instant.EPOCH)
                .join()
                .orElseThrow()
                .id();
    }
}
