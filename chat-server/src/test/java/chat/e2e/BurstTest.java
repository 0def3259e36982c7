package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.server.ChatServer;
import chat.server.ServerConfig;
import chat.server.limit.LimitSettings;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More than a room's log holds, said at once: who reads misses nothing of it. */
class BurstTest {
    private static final int LINES = 20_000;

    @ParameterizedTest(name = "{0} event loops")
    @ValueSource(ints = {1, 2})
    void shouldReachWhoReads(int loops) throws IOException {
        StringBuilder paste = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            paste.append(i).append('\n');
        }
        ServerConfig config = ServerConfig.defaults()
                .withBind("127.0.0.1")
                .withPort(0)
                .withLoops(loops)
                .withLimits(LimitSettings.none());
        try (ChatServer server = ChatServer.start(config);
                Person bob = Person.joins("bob", server.address().getPort());
                Person ann = Person.joins("ann", server.address().getPort())) {
            ann.sends(paste.toString().getBytes(UTF_8));
            for (int i = 0; i < LINES; i++) {
                bob.reads("ann: " + i);
            }
            ann.sends("the last line, without an end".getBytes(UTF_8));
            ann.endsInput();
            bob.reads("ann: the last line, without an end");
        }
    }
}
