package chat.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies of a file beside it, as it was before a newer version changed it: {@code chat-v1-20261122-103100.db}. */
final class FormerFiles {
    /** How many are kept. */
    static final int KEPT = 2;

    private static final Logger LOG = LoggerFactory.getLogger(FormerFiles.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("chat-v\\d+-(\\d{8}-\\d{6})\\.db");

    private final Database database;
    private final InstantSource clock;

    FormerFiles(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes one. */
    Path keep(int version) throws SQLException, StoreException {
        Path copy = database.file().resolveSibling("chat-v" + version + "-" + TIME.format(clock.instant()) + ".db");
        long needed = database.usedBytes();
        long usable = database.usableBytes();
        if (usable < needed) {
            throw new StoreException(
                    String.format(
                            "%s was written by an older version, and there is no room for the copy that is made before it is"
                                    + " changed: make %d MB of room on that disk, or start the older version.",
                            database.file(), ((needed - usable) >> 20) + 1),
                    null);
        }
        try {
            Backup.make(database, copy);
        } catch (StoreException e) {
            throw new StoreException(
                    database.file() + " was written by an older version, and is changed only after a copy is made. "
                            + e.getMessage(),
                    e);
        }
        return copy;
    }

    /** Deletes all but the last ones. */
    void prune() {
        Path directory = database.file().toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> newestFirst = files.filter(
                            file -> NAME.matcher(name(file)).matches())
                    .sorted(Comparator.comparing(FormerFiles::time).reversed())
                    .toList();
            for (Path file : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
                Files.delete(file);
                LOG.info("Deleted the older copy {}", file);
            }
        } catch (IOException e) {
            LOG.warn("Older copies of the history could not be deleted: {}", e.getMessage());
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String time(Path file) {
        return NAME.matcher(name(file)).replaceFirst("$1");
    }
}
