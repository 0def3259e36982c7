package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import chat.common.RoomName;
import chat.server.room.Drafts;
import chat.server.room.Entry;
import chat.server.room.History;
import chat.server.room.RoomState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a file that is being written. */
class BackupTest {
    private static final RoomName LOBBY = RoomName.LOBBY;
    private static final RoomName STAFF = new RoomName("staff");

    @TempDir
    private Path directory;

    private Path data;
    private Path copy;

    @BeforeEach
    void places() {
        data = directory.resolve("data");
        copy = directory.resolve("copy.db");
    }

    private static SqliteStore open(Path data) throws StoreException {
        return SqliteStore.open(StoreSettings.in(data), InstantSource.system());
    }

    private SqliteStore restored() throws IOException {
        Path other = Files.createDirectory(directory.resolve("restored"));
        Files.copy(copy, other.resolve("chat.db"));
        return open(other);
    }

    @Test
    void shouldHaveEverythingThatWasKeptBeforeItBegan() throws Exception {
        List<Entry> before;
        String era;
        AtomicBoolean over = new AtomicBoolean();
        try (SqliteStore store = open(data)) {
            era = store.era();
            store.keep(STAFF, new RoomState("tea", "abc"));
            Drafts lobby = new Drafts(store, LOBBY).join("ann");
            IntStream.range(0, 5000).forEach(i -> lobby.say("ann", "line " + i));
            before = lobby.kept();
            Thread talk = new Thread(() -> {
                while (!over.get()) {
                    lobby.say("ann", "meanwhile").kept();
                }
            });
            talk.start();
            long size = Backup.make(data, copy, false, Progress.NONE);
            over.set(true);
            talk.join();
            assertThat(lobby.refused()).isEmpty();
            assertThat(Files.size(copy)).isEqualTo(size);
        }
        try (SqliteStore store = restored()) {
            assertThat(store.era()).as("what is said next has ids of its own").isNotEqualTo(era);
            for (int from = 0; from < before.size(); from += 100) {
                History.Page page = store.history().after(LOBBY, from, 100).join();
                assertThat(page.entries()).extracting(Entry::sequence).startsWith(from + 1L);
                assertThat(page.entries())
                        .extracting(Entry::event)
                        .startsWith(before.get(from).event());
            }
            assertThat(store.history()
                            .after(LOBBY, before.size() - 1L, 1)
                            .join()
                            .entries())
                    .hasSize(1);
            assertThat(store.rooms())
                    .filteredOn(room -> room.name().equals(STAFF))
                    .singleElement()
                    .satisfies(room -> assertThat(room.state()).isEqualTo(new RoomState("tea", "abc")));
        }
    }

    @Test
    void shouldBeForItsOwnerOnlyAndLeaveNothingElseBehind() throws Exception {
        open(data).close();
        Backup.make(data, copy, false, Progress.NONE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(directory).isDirectoryNotContaining("glob:**.part*");
    }

    @Test
    void shouldNotOverwriteUnlessItIsToldTo() throws Exception {
        open(data).close();
        Files.writeString(copy, "precious");
        assertRefused(copy, copy + " exists already: name another file, or overwrite it with --force.");
        assertThat(copy).hasContent("precious");
        assertThat(Backup.make(data, copy, true, Progress.NONE)).isEqualTo(Files.size(copy));
    }

    @Test
    void shouldNotOverwriteTheFileItself() throws Exception {
        open(data).close();
        Path own = data.resolve("chat.db");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Backup.make(data, own, true, Progress.NONE))
                .withMessage(own + " is the server's own file: name another one.");
    }

    @Test
    void shouldSayWhatIsMissing() throws Exception {
        assertRefused(
                copy, "There is no " + data.resolve("chat.db") + ": say with --data where the server keeps its rooms.");
        open(data).close();
        assertRefused(directory, directory + " is a directory: name a file for the backup in it.");
        Path nowhere = directory.resolve("nowhere/copy.db");
        assertRefused(nowhere, "No backup was made: there is no directory " + nowhere.getParent() + ".");
    }

    @Test
    void shouldNotMakeABackupOfADamagedFile() throws Exception {
        try (SqliteStore store = open(data)) {
            Drafts lobby = new Drafts(store, LOBBY);
            IntStream.range(0, 2000).forEach(i -> lobby.say("ann", "line " + i));
            lobby.kept();
        }
        Pages.damageTheMiddle(data.resolve("chat.db"));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Backup.make(data, copy, false, Progress.NONE))
                .withMessageStartingWith("No backup was made: ");
        assertThat(directory).isDirectoryNotContaining("glob:**copy*");
    }

    @Test
    void shouldSayWhoseFileItIsNot() throws Exception {
        Path file = Files.createFile(Files.createDirectory(data).resolve("chat.db"));
        assertRefused(copy, file + " is empty: put a backup in its place, or delete it to begin anew.");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE recipe (name TEXT)");
        }
        assertRefused(
                copy, file + " is not a file of this server: move it away, or name another directory with --data.");
        Files.writeString(file, "This is a letter to my aunt.\n".repeat(500));
        assertRefused(copy, "No backup was made: " + file + " is damaged.");
        assertThat(directory).isDirectoryNotContaining("glob:**copy*");
    }

    @Test
    void shouldSayWhatThisUserMayNotRead() throws Exception {
        open(data).close();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("---------"));
        try {
            assumeThat(Files.isReadable(data))
                    .as("this user may read everything")
                    .isFalse();
            assertRefused(
                    copy, data.resolve("chat.db") + " cannot be read by this user: do this as the server's user.");
        } finally {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void assertRefused(Path target, String sentence) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Backup.make(data, target, false, Progress.NONE))
                .withMessage(sentence);
    }
}
