package chat.server.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a data directory's file is, after a look at all of it.
 *
 * @param file which
 * @param version the form it has
 * @param usedBytes how much of it is in use
 * @param newest when its newest entry was kept; empty if it has none
 */
public record FileReport(Path file, int version, long usedBytes, Optional<Instant> newest) {
    /** The form that this program works with. */
    public static final int KNOWN_VERSION = Schema.VERSION;

    private static final String NEWEST = "SELECT max(at) FROM room r JOIN entry e ON e.id ="
            + " (SELECT id FROM entry WHERE id BETWEEN r.id << 40 AND (r.id << 40) + (1 << 40) - 1 ORDER BY id DESC LIMIT 1)";

    /**
     * Looks at a file, which a server may be using. Takes a while.
     *
     * @param data the data directory
     * @return how it is
     * @throws StoreException if it cannot be used; the message is for people
     */
    public static FileReport of(Path data) throws StoreException {
        Database database = Database.existing(data);
        try {
            int version = Schema.version(database);
            String problem = database.problem();
            if (!problem.isEmpty()) {
                throw damaged(database.file(), problem, null);
            }
            return new FileReport(database.file(), version, database.usedBytes(), newest(database));
        } catch (SQLException e) {
            throw damaged(database.file(), database.reason(e), e);
        }
    }

    private static StoreException damaged(Path file, String why, @Nullable SQLException cause) {
        return new StoreException(
                file + " cannot be trusted (" + why + "): stop the server and put a backup in its place.", cause);
    }

    private static Optional<Instant> newest(Database database) throws SQLException {
        try (Connection connection = database.reader();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEWEST)) {
            long at = row.next() ? row.getLong(1) : 0;
            return at == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
        }
    }

    /**
     * Which process has the directory for itself.
     *
     * @param data the data directory
     * @return its number, or "unknown"; empty if none has
     * @throws IOException if that cannot be found out
     */
    public static Optional<String> holder(Path data) throws IOException {
        return DataDirectory.holder(data);
    }

    /**
     * How much room there is on its disk.
     *
     * @param data the data directory
     * @return in bytes; a lot if nobody knows
     */
    public static long usableBytes(Path data) {
        return new Database(data.resolve(DataDirectory.FILE)).usableBytes();
    }
}
