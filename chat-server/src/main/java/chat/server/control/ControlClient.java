package chat.server.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Asks a running server over its local socket. */
public final class ControlClient {
    private ControlClient() {}

    /**
     * Asks for something, and waits for the answer.
     *
     * @param socket the server's
     * @param words the command and its arguments
     * @return what came of it
     * @throws IOException if no server answers there; the message is for people
     */
    public static ControlReply ask(Path socket, List<String> words) throws IOException {
        if (!Files.exists(socket)) {
            throw new IOException("There is no " + socket
                    + ": no server runs with that directory. Say with --data where the running one keeps its rooms.");
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            connect(channel, socket);
            ControlWire.writeRequest(channel, words);
            return ControlWire.readReply(channel);
        }
    }

    private static void connect(SocketChannel channel, Path socket) throws IOException {
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            throw new IOException(
                    "No server answers at " + socket + " (" + e.getMessage()
                            + "): it is not running, or runs as another user.",
                    e);
        }
    }
}
