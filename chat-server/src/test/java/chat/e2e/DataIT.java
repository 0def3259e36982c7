package chat.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data directory, as whoever starts the server sees it. */
class DataIT {
    @TempDir
    private Path directory;

    private Program server(Path data) {
        return Program.server("--port", "0", "--bind", "127.0.0.1", "--data", data.toString());
    }

    @Test
    void shouldEndWithOneSentenceWhenAnotherServerUsesTheDirectory() throws InterruptedException {
        try (Program first = server(directory)) {
            first.port();
            try (Program second = server(directory)) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.out()).isEmpty();
                assertThat(second.err())
                        .containsExactly("A server uses " + directory
                                + " already: stop it first, or name another directory with --data.");
            }
        }
    }

    @Test
    void shouldEndWithOneSentenceWhenTheFileIsDamaged() throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("chat.db"), "This is a letter to my aunt.\n".repeat(500));
        try (Program server = server(directory)) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.out()).isEmpty();
            assertThat(server.err())
                    .containsExactly(
                            file + " is damaged: put a backup in its place, or name another directory with --data.");
        }
    }

    @Test
    void shouldEndWithTwoWhenItIsToldToKeepAndNotToKeep() throws InterruptedException {
        try (Program server = Program.server("--ephemeral", "--data", directory.toString())) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.err()).first().asString().contains("--ephemeral: --data is given as well");
        }
    }

    @Test
    void shouldKeepWhatIsSaidUntilItIsStoppedInOrder() throws IOException, InterruptedException {
        try (Program server = server(directory)) {
            try (Person ann = Person.joins("ann", server.port())) {
                ann.types("the last words");
                server.await("active users: 1");
                server.signal("TERM");
                ann.reads("Server has been closed by host");
            }
            server.exitCode();
            assertThat(server.err()).isEmpty();
        }
        assertThat(directory).isDirectoryContaining("glob:**chat.db").isDirectoryNotContaining("glob:**chat.db-wal");
        assertThat(Files.readString(directory.resolve("chat.db"), ISO_8859_1)).contains("the last words");
    }
}
