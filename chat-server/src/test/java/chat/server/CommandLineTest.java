package chat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read who have typed something wrong. */
class CommandLineTest {
    @TempDir
    private Path directory;

    private static List<String> refusal(int exitCode, String... arguments) {
        StringWriter err = new StringWriter();
        assertThat(ChatServerMain.commandLine()
                        .setErr(new PrintWriter(err, true))
                        .execute(arguments))
                .isEqualTo(exitCode);
        return err.toString().lines().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "doctor ", "export ", "backup copy.db ", "import chat.jsonl "})
    void shouldNotTakeTheCurrentDirectoryForOneWithoutAName(String command) {
        assertThat(refusal(2, (command + "--data ").split(" ", -1)))
                .first()
                .isEqualTo(
                        "Invalid value for option '--data': there is no name in it (expected: a file or a directory)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "export", "import"})
    void shouldNotTakeAFileWithoutAName(String command) {
        assertThat(refusal(2, command, ""))
                .first()
                .asString()
                .endsWith("there is no name in it (expected: a file or a directory)");
    }

    @Test
    void shouldNotMakeABackupOfAStream() {
        assertThat(refusal(2, "backup", "-", "--data", directory.toString()))
                .first()
                .isEqualTo("A backup is a file: name one, or see chat-server export for a stream.");
    }

    @Test
    void shouldSuggestTheCommandThatWasMeant() {
        assertThat(refusal(2, "bakup", "copy.db"))
                .anyMatch(line -> line.startsWith("Did you mean: ") && line.contains("backup"));
    }

    @Test
    void shouldSayThatADirectoryIsNoExport() {
        Path data = directory.resolve("data");
        assertThat(refusal(1, "import", directory.toString(), "--data", data.toString()))
                .containsExactly(directory + " is a directory: name the file that export has written.");
        assertThat(data).doesNotExist();
    }

    @Test
    void shouldSayTheSameOfAFileThatIsNotTheServersWhateverTheCommand() throws IOException {
        Path file = Files.createFile(directory.resolve("chat.db"));
        String sentence = file + " is empty: put a backup in its place, or delete it to begin anew.";
        String data = directory.toString();
        assertThat(refusal(1, "export", directory.resolve("chat.jsonl").toString(), "--data", data))
                .containsExactly(sentence);
        assertThat(refusal(1, "backup", directory.resolve("copy.db").toString(), "--data", data))
                .containsExactly(sentence);
    }
}
