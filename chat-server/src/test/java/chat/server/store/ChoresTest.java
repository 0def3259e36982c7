package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoresTest {
    private static final class Mistaken implements Chore {
        private boolean rolledBack;

        @Override
        public long backlog() {
            return 1;
        }

        @Override
        public void slice() {
            throw new IllegalArgumentException("a row that makes no sense");
        }

        @Override
        public void commit() {
            throw new AssertionError("it was not done");
        }

        @Override
        public void rollBack() {
            rolledBack = true;
        }
    }

    @Test
    void shouldOutliveAMistake() throws SQLException {
        Mistaken mistaken = new Mistaken();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            assertThat(new Chores(connection, List.of(mistaken)).whenIdle()).isFalse();
        }
        assertThat(mistaken.rolledBack).isTrue();
    }
}
