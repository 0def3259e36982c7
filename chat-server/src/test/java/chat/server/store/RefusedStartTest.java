package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.common.RoomName;
import chat.server.room.Drafts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data directory that cannot be used is told in one sentence, and left as it is. */
class RefusedStartTest {
    @TempDir
    private Path directory;

    private SqliteStore open() throws StoreException {
        return SqliteStore.open(StoreSettings.in(directory), InstantSource.system());
    }

    private void assertRefused(String sentence) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(this::open)
                .withMessageStartingWith(sentence)
                .withMessageEndingWith(".")
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Path file() {
        return directory.resolve("chat.db");
    }

    private void makeFile() throws StoreException {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, RoomName.LOBBY);
            IntStream.range(0, 2000).forEach(i -> lobby.say("ann", "line " + i));
        }
    }

    @Test
    void shouldKeepADirectoryForOneServer() throws StoreException {
        SqliteStore first = open();
        assertRefused("A server uses " + directory + " already: ");
        first.close();
        open().close();
    }

    @Test
    void shouldRefuseWhatIsNoDirectory() throws IOException {
        Path plain = Files.createFile(directory.resolve("plain"));
        directory = plain;
        assertRefused(plain + " is no directory: ");
        directory = plain.resolve("below");
        assertRefused("Nothing can be kept in " + directory + ": ");
    }

    @Test
    void shouldRefuseWhatANewerVersionHasWritten() throws StoreException, SQLException {
        makeFile();
        change("INSERT INTO flyway_schema_history SELECT 99, '99', 'x', 'SQL', 'x', 0, 'x', 'x', 0, 1");
        assertRefused(file() + " was written by a newer version of this server: ");
    }

    @Test
    void shouldRefuseWhatIsNoDatabase() throws IOException {
        Files.writeString(file(), "This is a letter to my aunt.\n".repeat(500));
        assertRefused(file() + " is damaged: ");
        assertThat(file()).content().startsWith("This is a letter");
    }

    @Test
    void shouldRefuseAnEmptyFile() throws IOException {
        Files.createFile(file());
        assertRefused(file() + " is empty: put a backup in its place, or delete it to begin anew.");
        assertThat(file()).isEmptyFile();
        Files.delete(file());
        open().close();
    }

    @Test
    void shouldRefuseTheFileOfAnotherProgram() throws SQLException, IOException {
        change("CREATE TABLE recipe (name TEXT)");
        byte[] before = Files.readAllBytes(file());
        assertRefused(file() + " is not a file of this server: move it away, ");
        assertThat(file()).hasBinaryContent(before);
    }

    @Test
    void shouldRefuseADirectoryInPlaceOfTheFile() throws IOException {
        Files.createDirectory(file());
        assertRefused(file() + " is a directory, where the server's file should be: ");
    }

    @Test
    void shouldRefuseAFileWithoutItsHeader() throws IOException {
        makeFile();
        try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
            bytes.write(new byte[100]);
        }
        assertRefused(file() + " is damaged: put a backup in its place, ");
    }

    /** To look at all of it would take seconds with a large file; doctor does. */
    @Test
    void shouldStartWithDamageInTheMiddleAndSayWhatCannotBeRead() throws IOException {
        makeFile();
        Pages.damageTheMiddle(file());
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> FileReport.of(directory))
                .withMessageMatching(".*chat\\.db cannot be trusted \\([A-Z][^*]+")
                .withMessageEndingWith("): stop the server and put a backup in its place.");
        try (SqliteStore store = open()) {
            assertThat(store.history()
                            .before(RoomName.LOBBY, Long.MAX_VALUE, 5)
                            .join()
                            .entries())
                    .hasSize(5);
            assertThat(store.history().after(RoomName.LOBBY, 0, 3000)).failsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void shouldRefuseADamagedFile() throws IOException {
        makeFile();
        byte[] bytes = Files.readAllBytes(file());
        byte[] noise = new byte[bytes.length - 100];
        new Random(4711).nextBytes(noise);
        System.arraycopy(noise, 0, bytes, 100, noise.length);
        Files.write(file(), bytes, StandardOpenOption.TRUNCATE_EXISTING);
        assertRefused(file() + " is damaged: ");
    }

    @Test
    void shouldRefuseAFileThatEndsTooEarly() throws IOException {
        makeFile();
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, bytes.length / 8), StandardOpenOption.TRUNCATE_EXISTING);
        assertRefused(file() + " is damaged: ");
    }
}
