package chat.e2e;

import chat.server.ChatServer;
import chat.server.ServerConfig;
import java.io.IOException;

/** Starts servers inside the test's JVM. */
final class TestServer {
    private TestServer() {}

    /** On a free port, with two event loops so that people meet across them. */
    static ChatServer start() throws IOException {
        return ChatServer.start(
                ServerConfig.defaults().withBind("127.0.0.1").withPort(0).withLoops(2));
    }
}
