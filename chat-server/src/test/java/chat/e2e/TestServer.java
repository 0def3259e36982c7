package chat.e2e;

import chat.server.ChatServer;
import chat.server.ServerConfig;
import chat.server.limit.LimitSettings;
import java.io.IOException;

/** Starts servers inside the test's JVM. */
final class TestServer {
    private TestServer() {}

    /** On a free port, with two event loops so that people meet across them, and without limits. */
    static ChatServer start() throws IOException {
        return start(LimitSettings.none());
    }

    static ChatServer start(LimitSettings limits) throws IOException {
        return ChatServer.start(ServerConfig.defaults()
                .withBind("127.0.0.1")
                .withPort(0)
                .withLoops(2)
                .withLimits(limits));
    }
}
