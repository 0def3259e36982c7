package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.audit.AuditEntry;
import chat.server.audit.AuditStore;
import chat.server.audit.AuditStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAuditStoreTest extends AuditStoreContract {
    private static final String EVE = "{\"event\":\"audit\",\"id\":1,\"at\":\"2026-11-22T12:00:00Z\",\"by\":\"ann\","
            + "\"from\":\"192.0.2.7:4000\",\"action\":\"kick\",\"whom\":\"eve\",\"reach\":\"staff\","
            + "\"because\":\"\\\"spam\\\"\"}";
    private static final String MALLORY = "{\"event\":\"audit\",\"id\":2,\"at\":\"2026-11-22T12:00:00Z\","
            + "\"by\":\"operator\",\"from\":\"the console\",\"action\":\"ban\",\"whom\":\"mallory\","
            + "\"reach\":\"server\",\"because\":\"\",\"until\":\"2026-11-22T12:01:00Z\"}";

    @TempDir
    private Path directory;

    private @Nullable SqliteStore open;

    @Override
    protected AuditStore store() throws StoreException {
        close();
        SqliteStore store = SqliteStore.open(StoreSettings.in(directory), InstantSource.system());
        open = store;
        return store.audit();
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    private Path file() {
        return directory.resolve("audit.log");
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file());
    }

    @Test
    void shouldWriteAFileForItsOwner() throws Exception {
        AuditStore store = store();
        store.add(kick("eve")).get();
        store.add(ban("mallory")).get();
        close();
        assertThat(lines()).containsExactly(EVE, MALLORY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldGoOnInANewFileWhenTheOldOneIsMoved() throws Exception {
        AuditStore store = store();
        store.add(kick("eve")).get();
        Awaitility.await().until(() -> Files.exists(file()) && lines().size() == 1);
        Path moved = directory.resolve("audit.log.1");
        Files.move(file(), moved);
        store.add(ban("mallory")).get();
        Awaitility.await().until(() -> Files.exists(file()) && lines().size() == 1);
        assertThat(lines()).containsExactly(MALLORY);
        assertThat(Files.readAllLines(moved)).containsExactly(EVE);
        store();
        close();
        assertThat(lines()).containsExactly(MALLORY);
    }

    @Test
    void shouldWriteAtTheStartWhatTheFileLacks() throws Exception {
        AuditStore store = store();
        store.add(kick("eve")).get();
        store.add(ban("mallory")).get();
        close();
        Files.writeString(file(), EVE + "\n" + MALLORY.substring(0, 30)); // killed in the middle of a line
        execute("UPDATE audit_log SET written = 0");
        store();
        close();
        assertThat(lines()).containsExactly(EVE, MALLORY.substring(0, 30), MALLORY);
    }

    @Test
    void shouldGoOnWhenItCanBeWrittenAgain() throws Exception {
        Files.createDirectory(file()); // nobody can write a line there
        AuditStore store = store();
        store.add(kick("eve")).get();
        Files.delete(file());
        store.add(ban("mallory")).get();
        close();
        assertThat(lines()).endsWith(MALLORY);
        assertThat(Files.exists(file())).isTrue();
    }

    @Test
    void shouldNotLetRoomsPushOutWhatWasDoneOnTheServer() throws Exception {
        AuditStore store = store();
        long ban = store.add(ban("mallory")).get().id();
        close();
        execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                + (AuditStore.MOST + AuditStore.MOST_OF_ROOMS)
                + ") INSERT INTO audit (at, by, by_account, by_from, action, whom, room, because)"
                + " SELECT 0, 'eve', 0, '', 'ban', 'a', 'staff', '' FROM n");
        store = store();
        long kick = store.add(kick("eve")).get().id();
        List<AuditEntry> left = store.latest(Integer.MAX_VALUE).get();
        assertThat(left).hasSize(AuditStore.MOST_OF_ROOMS + 1);
        assertThat(left.get(0).id()).isEqualTo(ban);
        assertThat(left.get(left.size() - 1).id()).isEqualTo(kick);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("chat.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
