package chat.server.admin;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the server keeps its rooms. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the server keeps its rooms, as it is told with the same option. Default: ./chat-data.")
    private Path directory = Path.of("chat-data");

    Path directory() {
        return directory;
    }

    /** Picocli has refused the command line if it is not there. */
    static <T> T required(@Nullable T parameter) {
        return Objects.requireNonNull(parameter);
    }
}
