package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class ChangesTest {
    @AutoClose
    private final Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");

    private final Changes changes = new Changes(connection);

    ChangesTest() throws SQLException {}

    @BeforeEach
    void makeATable() throws SQLException {
        run(connection, "CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"INSERT INTO t VALUES (1)", "INSERT INTO t VALUES ('x')", "INSERT INTO nowhere VALUES (1)", "HUH"
            })
    void shouldFailAloneWhereTheDiskIsNotToBlame(String mistake) throws Exception {
        CompletableFuture<Integer> first = changes.add(same -> run(same, "INSERT INTO t VALUES (1)"));
        CompletableFuture<Integer> wrong = changes.add(same -> {
            run(same, "INSERT INTO t VALUES (7)");
            return run(same, mistake);
        });
        CompletableFuture<Integer> last = changes.add(same -> run(same, "INSERT INTO t VALUES (2)"));
        List<Changes.Asked<?>> asked = changes.take();
        run(connection, "BEGIN");
        changes.make(asked);
        run(connection, "COMMIT");
        changes.made(asked);
        assertThat(first).isCompleted();
        assertThat(wrong).isCompletedExceptionally();
        assertThat(last).isCompleted();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT count(*), sum(n) FROM t")) {
            assertThat(row.getInt(1)).isEqualTo(2);
            assertThat(row.getInt(2)).isEqualTo(3);
        }
    }

    @Test
    void shouldFailTogetherWhereItIs() throws SQLException {
        var unused = changes.add(same -> {
            throw new SQLiteException("full", SQLiteErrorCode.SQLITE_FULL);
        });
        run(connection, "BEGIN");
        assertThatThrownBy(() -> changes.make(changes.take())).isInstanceOf(SQLException.class);
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
