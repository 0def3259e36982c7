package chat.server.admin;

import chat.server.control.ControlSocket;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where the running server's local socket is. */
final class SocketOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the server keeps its rooms, as it is told with the same option. Default: ./chat-data.")
    private Path directory = Path.of("chat-data");

    @Option(
            names = "--admin-socket",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The server's local socket, if it is told with the same option. Default: chat.sock in DIR.")
    private @Nullable Path file;

    Path file() {
        return Objects.requireNonNullElseGet(file, () -> directory.resolve(ControlSocket.FILE));
    }
}
