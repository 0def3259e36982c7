package chat.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldMakeTheCallingThreadNiceAndNoOther() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/renice")), "there is no renice");
        CompletableFuture<Integer> nice = new CompletableFuture<>();
        new Thread(() -> {
                    Background.enter();
                    nice.complete(niceness());
                })
                .start();
        int before = niceness();
        assertThat(nice.get(10, TimeUnit.SECONDS)).isEqualTo(Math.max(10, before));
        assertThat(niceness()).isEqualTo(before);
    }

    /** The 19th field of {@code stat}, proc(5); the second one may have blanks, but ends with a bracket. */
    private static int niceness() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            return Integer.parseInt(fields.get(16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
