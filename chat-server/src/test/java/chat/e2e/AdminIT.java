package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators do beside a server that runs, and with what is left of one. */
class AdminIT {
    @TempDir
    private Path directory;

    private String data() {
        return directory.resolve("data").toString();
    }

    private static Program server(String data) {
        return Program.server("--port", "0", "--bind", "127.0.0.1", "--data", data);
    }

    private static Program run(int exitCode, String... arguments) throws InterruptedException {
        try (Program program = Program.server(arguments)) {
            assertThat(program.exitCode())
                    .as("%s: %s %s", List.of(arguments), program.out(), program.err())
                    .isEqualTo(exitCode);
            return program;
        }
    }

    /** Whatever comes before it. */
    private static void awaitLine(Person person, String part) {
        String line = person.next();
        for (int i = 0; i < 100 && !line.contains(part); i++) {
            line = person.next();
        }
        assertThat(line).contains(part);
    }

    @Test
    void shouldRestoreEverythingThatWasSaidBeforeABackupBegan() throws IOException, InterruptedException {
        Path copy = directory.resolve("copy.db");
        List<String> said = new ArrayList<>();
        try (Program server = server(data());
                Person ann = Person.joins("ann", server.port());
                Person bob = Person.joins("bob", server.port())) {
            for (int i = 0; i < 15; i++) {
                said.add("line " + i);
                ann.types("line " + i);
            }
            awaitLine(bob, "ann: line 14");
            Program backup = run(0, "backup", copy.toString(), "--data", data());
            assertThat(backup.out()).isEmpty();
            assertThat(backup.err())
                    .singleElement()
                    .asString()
                    .startsWith(copy + ": ")
                    .endsWith("complete and checked");
            ann.types("after the backup");
            awaitLine(bob, "ann: after the backup");
            assertThat(run(1, "backup", copy.toString(), "--data", data()).err())
                    .containsExactly(copy + " exists already: name another file, or overwrite it with --force.");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        Path restored = Files.createDirectory(directory.resolve("restored"));
        Files.copy(copy, restored.resolve("chat.db"));
        try (Program server = server(restored.toString());
                Person carl = Person.joins("carl", server.port())) {
            for (String line : said) {
                awaitLine(carl, "ann: " + line);
            }
        }
    }

    @Test
    void shouldExportAndImportTheSame() throws IOException, InterruptedException {
        String first = directory.resolve("first.jsonl").toString();
        String second = directory.resolve("second.jsonl").toString();
        String other = directory.resolve("other").toString();
        try (Program server = server(data());
                Person ann = Person.joins("ann", server.port())) {
            ann.types("hello, wörld");
            ann.types("/join staff");
            ann.types("/topic tea");
            ann.types("/topic");
            awaitLine(ann, "tea");
            assertThat(run(0, "export", "--data", data()).out())
                    .first()
                    .asString()
                    .startsWith("{\"event\":\"export\",\"format\":1,");
            assertThat(run(1, "import", first, "--data", data()).err())
                    .singleElement()
                    .asString()
                    .startsWith("There is no file ");
        }
        run(0, "export", first, "--data", data());
        assertThat(run(0, "import", first, "--data", other).err())
                .singleElement()
                .asString()
                .endsWith(" entries are new, 0 were there already");
        run(0, "export", second, "--data", other);
        assertThat(Path.of(second)).hasSameBinaryContentAs(Path.of(first));
        try (Program server = server(other)) {
            server.port();
            assertThat(run(1, "import", first, "--data", other).err())
                    .containsExactly("A server uses " + other
                            + " already: stop it first, or name another directory with --data.");
        }
    }

    @Test
    void shouldLookAServerOverWhileItRuns() throws InterruptedException {
        try (Program server = server(data())) {
            String port = Integer.toString(server.port());
            Program doctor = run(0, "doctor", "--no-web", "--data", data(), "--port", port, "--bind", "127.0.0.1");
            assertThat(doctor.out())
                    .anyMatch(line -> line.startsWith("ok    lock: a server is running (process "))
                    .contains("ok    --port: port " + port + " is taken by the running server")
                    .noneMatch(line -> line.contains("\u001b"));
            Program another = run(
                    1, "doctor", "--json", "--no-web", "--data", data() + "2", "--port", port, "--bind", "127.0.0.1");
            assertThat(another.out())
                    .contains("{\"level\":\"fail\",\"what\":\"--port: port " + port
                            + " is taken by a chat server that uses another data directory\","
                            + "\"advice\":\"stop it, or choose another port with --port\"}");
        }
    }

    @Test
    void shouldSayWhereTheOptionsOfACommandBelong() throws InterruptedException {
        assertThat(run(2, "--data", data(), "backup", "copy.db").err())
                .first()
                .isEqualTo(
                        "--data stands before the command, which would not see it (expected: chat-server backup --data"
                                + " ...)");
        assertThat(run(2, "backup", "--data", data()).err()).first().isEqualTo("Missing required parameter: 'FILE'");
    }
}
