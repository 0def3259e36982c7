package chat.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that read, each with a connection of its own: a long search by one does not keep the others waiting. */
final class Readers implements AutoCloseable {
    private static final int COUNT = 2;
    private static final long STOP_SECONDS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

    /** Reads something. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private final List<Connection> all = new ArrayList<>();
    private final BlockingQueue<Connection> free = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT, task -> {
        Thread thread = new Thread(task, "history");
        thread.setDaemon(true);
        return thread;
    });

    Readers(Database database) throws SQLException {
        for (int i = 0; i < COUNT; i++) {
            Connection connection = database.reader();
            all.add(connection);
            free.add(connection);
        }
    }

    /** Any thread; fails if the store is closed, or if the file cannot be read. */
    <T> CompletableFuture<T> ask(Question<T> question) {
        try {
            return CompletableFuture.supplyAsync(() -> answer(question), threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e); // the store is closed
        }
    }

    private <T> T answer(Question<T> question) {
        Connection connection = Objects.requireNonNull(free.poll(), "as many connections as threads");
        try {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the history cannot be read", e);
        } finally {
            free.add(connection);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                return; // a connection that is in use is not closed; it goes with the process
            }
            for (Connection connection : all) {
                connection.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.debug("A connection that only read did not close", e);
        }
    }
}
