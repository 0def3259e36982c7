package chat.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardInputTest {
    @TempDir
    private Path folder;

    @Test
    void shouldNotReadJavasOwnFiles() {
        assertThat(StandardInput.isOurs(Path.of(System.getProperty("java.home"), "lib/modules")))
                .isTrue();
    }

    @Test
    void shouldReadWhatWasPutThere() throws IOException {
        Path lines = Files.writeString(folder.resolve("lines"), "hello\n");
        assertThat(StandardInput.isOurs(lines)).isFalse();
        assertThat(StandardInput.isOurs(folder.resolve("a pipe has no path"))).isFalse();
    }
}
