package chat.server.store;

import chat.common.event.Keeping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether what is said can be kept at the moment: tells once when it cannot any more, and once when it can again. On the
 * writer's thread.
 */
final class Health {
    /** How long to wait until it is tried again, in milliseconds, as long as it fails. */
    static final long PROBE_MILLIS = 1000;

    private static final String GONE = "its file was moved or removed";
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final Database database;
    private final PreparedStatement probe;
    private final List<Path> files;
    private final List<Object> identities;
    private final List<Consumer<Keeping>> listeners = new CopyOnWriteArrayList<>();
    /** From so much room on a disk is not full any more, in bytes. */
    private static final long ENOUGH = 256 * 1024;

    private @Nullable String why;

    Health(Database database, Connection connection) throws SQLException {
        this.database = database;
        this.probe = connection.prepareStatement("UPDATE history SET era = era");
        Path file = database.file();
        this.files = List.of(file, database.log());
        this.identities = files.stream().map(Health::identity).toList();
    }

    /** Any thread. */
    void listen(Consumer<Keeping> listener) {
        listeners.add(listener);
    }

    boolean isFailing() {
        return why != null;
    }

    /** Why it fails. */
    String why() {
        return Objects.requireNonNullElse(why, "");
    }

    /**
     * Makes sure that the files are still there: SQLite goes on writing to files that nobody can open any more, and all of
     * it would be gone with the process.
     */
    void check() throws SQLException {
        for (int i = 0; i < files.size(); i++) {
            Object before = identities.get(i);
            if (!before.equals(GONE) && !before.equals(identity(files.get(i)))) {
                throw new SQLException(GONE);
            }
        }
    }

    /** What tells a file from another one in its place; the same for all on systems that cannot. */
    private static Object identity(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? "" : key;
        } catch (NoSuchFileException e) {
            return GONE;
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Changes something in the file that makes no difference. */
    void probe() throws SQLException {
        check();
        probe.executeUpdate();
    }

    /** Something was written. While the next line may find the disk full again, nobody is told that all is well. */
    void works() {
        if (why != null && !(why.equals(Database.FULL) && database.usableBytes() < ENOUGH)) {
            why = null;
            LOG.info("Messages are kept again");
            tell(Keeping.AGAIN);
        }
    }

    /** Something could not be written; why, for people. */
    String fails(SQLException e) {
        String reason = GONE.equals(e.getMessage()) ? GONE : database.reason(e);
        if (why == null) {
            why = reason;
            LOG.error(
                    "Messages cannot be kept in {} and are refused: {}. {}",
                    database.file(),
                    reason.equals(e.getMessage()) ? reason : reason + " (" + e.getMessage() + ")",
                    advice(reason));
            tell(new Keeping(false, reason));
        }
        why = reason;
        return reason;
    }

    private static String advice(String reason) {
        return switch (reason) {
            case Database.FULL -> "Make some room: the server goes on by itself";
            case "its file is read-only" -> "Let the server's user write it: the server goes on by itself";
            case GONE -> "Put it back, or start the server again";
            case "its file is damaged" -> "Stop the server, and put a copy of it back";
            default -> "The server tries again every second";
        };
    }

    private void tell(Keeping keeping) {
        for (Consumer<Keeping> listener : listeners) {
            try {
                listener.accept(keeping);
            } catch (RuntimeException e) {
                LOG.error("Somebody could not be told", e);
            }
        }
    }
}
