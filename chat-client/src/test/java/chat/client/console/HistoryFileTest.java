package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    @TempDir
    private Path folder;

    @Test
    void shouldKeepLinesForTheNextRun() {
        Path file = folder.resolve("state/chat-client/history");
        HistoryFile history = new HistoryFile(file);
        assertThat(history.load()).isEmpty();

        history.append("one");
        history.append("zwei ü 日本");

        assertThat(new HistoryFile(file).load()).containsExactly("one", "zwei ü 日本");
    }

    @Test
    void shouldBeForTheOwnerOnly() throws IOException {
        Path file = folder.resolve("chat-client/history");
        new HistoryFile(file).append("one");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void shouldNotGrowForever() throws IOException {
        Path file = folder.resolve("history");
        HistoryFile history = new HistoryFile(file);
        for (int i = 0; i <= 2 * HistoryFile.KEPT; i++) {
            history.append("line " + i);
        }

        assertThat(history.load()).hasSize(HistoryFile.KEPT).endsWith("line " + 2 * HistoryFile.KEPT);

        assertThat(Files.readAllLines(file)).hasSize(HistoryFile.KEPT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldGoOnWithoutAFile() throws IOException {
        HistoryFile none = new HistoryFile(null);
        none.append("one");
        assertThat(none.load()).isEmpty();
        HistoryFile broken =
                new HistoryFile(Files.createFile(folder.resolve("x")).resolve("history"));
        broken.append("one");
        assertThat(broken.load()).isEmpty();
    }
}
