package chat.server.store;

import chat.server.room.NotKeptException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes to the file that are no entries. They are made in the order in which they were asked for, behind the drafts that
 * were given before, each as a whole or not at all, and share the writer's transactions.
 */
final class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    /**
     * One of them. On the writer's thread.
     *
     * @param <T> what it finds out
     */
    @FunctionalInterface
    interface Change<T> {
        T make(Connection connection) throws SQLException;
    }

    /** A change, and who waits for it. */
    static final class Asked<T> {
        private final Change<T> change;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable RuntimeException mistake;

        private Asked(Change<T> change) {
            this.change = change;
        }

        private void make(Connection connection) throws SQLException {
            execute(connection, "SAVEPOINT change");
            try {
                result = change.make(connection);
            } catch (RuntimeException e) { // its own fault: the others of the transaction are written
                execute(connection, "ROLLBACK TO change");
                mistake = e;
            } catch (SQLException e) {
                if (!Database.isMistake(e)) {
                    throw e;
                }
                execute(connection, "ROLLBACK TO change");
                mistake = new IllegalStateException("SQLite does not take it", e);
            }
            execute(connection, "RELEASE change");
        }

        private void tell() {
            if (mistake == null) {
                done.complete(Objects.requireNonNull(result, "a change without a result"));
            } else {
                LOG.error("A change of what is kept is not possible", mistake);
                done.completeExceptionally(mistake);
            }
        }
    }

    private final Connection connection;
    private final Queue<Asked<?>> waiting = new ConcurrentLinkedQueue<>();

    Changes(Connection connection) {
        this.connection = connection;
    }

    /**
     * Asks for one. Any thread.
     *
     * @return completed on the writer's thread when the disk has it; with a {@link NotKeptException} if it could not be made
     */
    <T> CompletableFuture<T> add(Change<T> change) {
        Asked<T> asked = new Asked<>(change);
        waiting.add(asked);
        return asked.done;
    }

    /** Whether nobody has asked for any. Any thread. */
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Takes out all that wait. */
    List<Asked<?>> take() {
        List<Asked<?>> taken = new ArrayList<>();
        for (Asked<?> next = waiting.poll(); next != null; next = waiting.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** Makes some, in a transaction. */
    void make(List<Asked<?>> asked) throws SQLException {
        for (Asked<?> one : asked) {
            one.make(connection);
        }
    }

    /** The disk has those. */
    void made(List<Asked<?>> asked) {
        asked.forEach(Asked::tell);
    }

    /** Those could not be made. */
    void refuse(List<Asked<?>> asked, String why) {
        asked.forEach(one -> one.done.completeExceptionally(new NotKeptException(why)));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
