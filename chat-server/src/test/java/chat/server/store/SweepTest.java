package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteException;

/** Another program writes to the file while it is swept. */
class SweepTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    private Path file;
    private Database database;

    @BeforeEach
    void fill() throws SQLException {
        file = directory.resolve("chat.db");
        database = new Database(file);
        try (Connection connection = database.writer()) {
            run(connection, "CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT)");
            run(connection, rows("xsecret", 2000));
            run(connection, "DELETE FROM line WHERE id % 3 = 0");
        }
    }

    private static String rows(String word, int count) {
        return "INSERT INTO line (text) WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < "
                + count + ") SELECT '" + word + "' || i || hex(zeroblob(50 + i % 90)) FROM n";
    }

    private static String run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private Connection other() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /** What another program does right after something that the sweep does. */
    @FunctionalInterface
    private interface Deed {
        void run() throws Exception;
    }

    private static Connection after(Connection connection, String sql, Deed deed) {
        return (Connection) Proxy.newProxyInstance(
                SweepTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    Object result = invoke(connection, method, arguments);
                    return method.getName().equals("createStatement") ? after((Statement) result, sql, deed) : result;
                });
    }

    private static Statement after(Statement statement, String sql, Deed deed) {
        return (Statement) Proxy.newProxyInstance(
                SweepTest.class.getClassLoader(), new Class<?>[] {Statement.class}, (self, method, arguments) -> {
                    Object result = invoke(statement, method, arguments);
                    if (method.getName().equals("close")) {
                        return result;
                    }
                    if (method.getName().equals("execute") && arguments[0].equals(sql)) {
                        deed.run();
                    }
                    return result;
                });
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void sweepAll(Sweep sweep) {
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(sweep::slice);
    }

    private void assertIntact(Connection connection) throws SQLException {
        assertThat(run(connection, "PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(run(connection, "SELECT count(*) FROM line WHERE text NOT GLOB '[xm]*'"))
                .isEqualTo("0");
    }

    @Test
    void shouldWaitWhenAnotherProgramHasWrittenSinceTheLogWasEmptied() throws Exception {
        AtomicInteger written = new AtomicInteger();
        try (Connection connection = database.writer();
                Connection other = other();
                Sweep sweep = new Sweep(
                        after(connection, "PRAGMA wal_checkpoint(TRUNCATE)", () -> {
                            if (written.getAndIncrement() < 2) {
                                run(other, rows("more", 300));
                            }
                        }),
                        database,
                        LONG)) {
            assertThat(sweep.begin()).isTrue();
            assertThat(sweep.slice()).isFalse();
            assertThat(Files.size(database.log())).as("left to the next look").isPositive();
            run(connection, "BEGIN IMMEDIATE"); // it has let go of the lock
            run(connection, "ROLLBACK");
            sweepAll(sweep);
            assertThat(written.get()).isEqualTo(3);
            sweep.end();
            assertIntact(connection);
            assertThat(run(connection, "SELECT count(*) FROM line WHERE text GLOB 'more*'"))
                    .isEqualTo("600");
        }
    }

    @Test
    void shouldKeepOthersFromWritingWhileItWipes() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        try (Connection connection = database.writer();
                Connection other = other();
                Sweep sweep = new Sweep(
                        after(connection, "BEGIN IMMEDIATE", () -> {
                            run(other, "PRAGMA busy_timeout = 0");
                            assertThatThrownBy(() -> run(other, rows("more", 1)))
                                    .isInstanceOf(SQLiteException.class);
                            refused.incrementAndGet();
                        }),
                        database,
                        LONG)) {
            assertThat(sweep.begin()).isTrue();
            sweepAll(sweep);
            assertThat(refused.get()).isPositive();
            run(other, rows("more", 1));
        }
    }

    @Test
    void shouldTryAgainWhileAnotherProgramWrites() throws Exception {
        try (Connection connection = database.writer();
                Connection other = other();
                Sweep sweep = new Sweep(connection, database, LONG)) {
            assertThat(sweep.begin()).isTrue();
            run(other, "BEGIN IMMEDIATE");
            run(other, rows("more", 1));
            assertThat(sweep.slice()).isFalse();
            run(other, "COMMIT");
            sweepAll(sweep);
            assertIntact(connection);
        }
    }

    @Test
    void shouldWipeWhatWasInALogThatBeganAnew() throws Exception {
        try (Connection connection = database.writer();
                Connection other = other();
                Sweep sweep = new Sweep(connection, database, LONG)) {
            assertThat(sweep.begin()).isTrue();
            run(connection, rows("more", 500));
            run(other, "BEGIN");
            run(other, "SELECT count(*) FROM line");
            assertThat(sweep.slice()).isFalse(); // in the file, but somebody reads from the log
            run(other, "ROLLBACK");
            run(connection, "DELETE FROM line WHERE text GLOB 'xsecret*'"); // begins the log anew
            sweepAll(sweep);
            assertIntact(connection);
            assertThat(occurrences("xsecret")).isZero();
        }
    }

    private long occurrences(String text) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).split(text, -1).length - 1L;
    }

    @Test
    void shouldGiveUpWhenNothingGoesOnForLong() throws Exception {
        try (Connection connection = database.writer();
                Connection other = other();
                Sweep sweep = new Sweep(connection, database, Duration.ofMillis(300))) {
            run(connection, rows("more", 1));
            run(other, "BEGIN");
            run(other, "SELECT count(*) FROM line");
            assertThat(sweep.begin()).isTrue();
            assertThat(sweep.slice()).isFalse();
            assertThat(sweep.isHeldUp()).isFalse();
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> sweep.slice() || sweep.isHeldUp());
            sweep.end();
            run(other, "ROLLBACK");
            assertThat(sweep.begin()).isTrue();
            assertThat(sweep.isHeldUp()).isFalse();
            sweepAll(sweep);
        }
    }
}
