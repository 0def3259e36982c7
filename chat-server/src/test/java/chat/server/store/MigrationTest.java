package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import chat.common.RoomName;
import chat.server.room.Drafts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newer version, of which here is one, finds a file of this one. */
class MigrationTest {
    private static final String GOOD = "classpath:chat/server/migration/good";
    private static final String BAD = "classpath:chat/server/migration/bad";

    @TempDir
    private Path directory;

    private Instant now = Instant.parse("2026-11-22T10:31:00Z");

    @BeforeEach
    void makeFile() throws StoreException {
        try (SqliteStore store = SqliteStore.open(StoreSettings.in(directory), InstantSource.system())) {
            new Drafts(store, RoomName.LOBBY)
                    .say("ann", "one")
                    .say("ann", "two")
                    .kept();
        }
    }

    private Path file() {
        return directory.resolve("chat.db");
    }

    private Schema newer(int latest, String steps) {
        return new Schema(new Database(file()), () -> now, latest, List.of(Schema.STEPS, steps));
    }

    private static String ask(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }

    @Test
    void shouldChangeAnOlderFileAndKeepItAsItWas() throws Exception {
        newer(1001, GOOD).prepare();

        assertThat(ask(file(), "SELECT colour FROM room")).isEqualTo("grey");
        assertThat(ask(file(), "SELECT count(*) FROM entry")).isEqualTo("2");
        Path copy = directory.resolve("chat-v" + Schema.VERSION + "-20261122-103100.db");
        assertThat(ask(copy, "SELECT count(*) FROM entry")).isEqualTo("2");
        assertThat(ask(copy, "SELECT count(*) FROM pragma_table_info('room') WHERE name = 'colour'"))
                .isEqualTo("0");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThatExceptionOfType(StoreException.class)
                .as("this version refuses it from now on")
                .isThrownBy(() -> SqliteStore.open(StoreSettings.in(directory), InstantSource.system()))
                .withMessageStartingWith(file() + " was written by a newer version of this server: ");
    }

    @Test
    void shouldStartFromTheCopyAgain() throws Exception {
        newer(1001, GOOD).prepare();
        Files.move(
                directory.resolve("chat-v" + Schema.VERSION + "-20261122-103100.db"), directory.resolve("elsewhere"));
        Files.delete(file());
        Files.move(directory.resolve("elsewhere"), file());
        assertThatNoException()
                .isThrownBy(() -> SqliteStore.open(StoreSettings.in(directory), InstantSource.system())
                        .close());
    }

    @Test
    void shouldLeaveTheFileAsItIsWhenAStepFails() throws Exception {
        byte[] before = Files.readAllBytes(file());
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> newer(1002, BAD).prepare())
                .withMessageStartingWith(
                        file() + " cannot be brought to the form that this version works with, and is as it was (")
                .satisfies(
                        e -> assertThat(e.getMessage()).hasLineCount(1).contains("(near \"nothing\": syntax error)"));
        assertThat(Schema.version(new Database(file()))).isEqualTo(Schema.VERSION);
        assertThat(ask(file(), "SELECT count(*) FROM pragma_table_info('room') WHERE name IN ('colour', 'mood')"))
                .isEqualTo("0");
        assertThat(Files.size(file())).isEqualTo(before.length);
        SqliteStore.open(StoreSettings.in(directory), InstantSource.system()).close();
    }

    @Test
    void shouldKeepTheLastTwoCopies() throws Exception {
        for (String time : List.of("20240101-000000", "20250101-000000", "20260101-000000")) {
            Files.createFile(directory.resolve("chat-v0-" + time + ".db"));
        }
        Path other = Files.createFile(directory.resolve("chat-vacation.db"));
        newer(1001, GOOD).prepare();
        assertThat(files())
                .containsExactly(
                        "chat-v0-20260101-000000.db",
                        "chat-v" + Schema.VERSION + "-20261122-103100.db",
                        String.valueOf(other.getFileName()),
                        "chat.db",
                        "chat.lock",
                        "chat.secret");
    }

    @Test
    void shouldNotChangeAFileThatCannotBeCopied() throws Exception {
        Files.createDirectory(directory.resolve(".chat-v" + Schema.VERSION + "-20261122-103100.db.part"));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> newer(1001, GOOD).prepare())
                .withMessageStartingWith(
                        file()
                                + " was written by an older version, and is changed only after a copy is made. No backup was made: ");
        assertThat(Schema.version(new Database(file()))).isEqualTo(Schema.VERSION);
    }

    @Test
    void shouldHaveNoFileBeforeItIsComplete() throws Exception {
        Path made = directory.resolve("new/chat.db");
        Files.createDirectory(made.getParent());
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(
                        () -> new Schema(new Database(made), () -> now, 1002, List.of(Schema.STEPS, BAD)).prepare());
        assertThat(made.getParent()).isEmptyDirectory();
    }
}
