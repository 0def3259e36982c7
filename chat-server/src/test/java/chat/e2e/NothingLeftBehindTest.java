package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.server.ChatServer;
import chat.server.ServerConfig;
import chat.server.limit.ConnectionLimits;
import chat.server.limit.LimitSettings;
import chat.server.limit.Rate;
import chat.server.net.web.Frames;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts the threads of the whole JVM")
class NothingLeftBehindTest {
    @Test
    void shouldLeaveNoThreadBehind() throws IOException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        ChatServer server = TestServer.start();
        Person ann = Person.joins("ann", server.address().getPort());
        Person bob = Person.joins("bob", server.address().getPort());
        assertThat(startedSince(before)).anyMatch(thread -> thread.getName().startsWith("loop"));

        server.close();

        ann.reads("Server has been closed by host");
        bob.reads("Server has been closed by host");
        assertThat(ann.inbox().ends()).isTrue();
        assertThat(bob.inbox().ends()).isTrue();
        ann.close();
        bob.close();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(startedSince(before)).isEmpty());
    }

    /** With one place to talk and six to load the page, each round would lack what the one before has left. */
    @Test
    void shouldLeaveNothingOfBrowsersBehind() throws IOException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        ConnectionLimits one = new ConnectionLimits(1, 1, Rate.UNLIMITED, List.of());
        ServerConfig config =
                TestServer.webConfig().withLimits(LimitSettings.none().withConnections(one));
        try (ChatServer server = ChatServer.start(config)) {
            for (int round = 0; round < 12; round++) {
                comeAndGo(server.webAddress().orElseThrow().getPort(), round);
            }
        }
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(startedSince(before)).isEmpty());
    }

    private static void comeAndGo(int port, int round) throws IOException {
        String own = "http://localhost:" + port;
        try (RawWeb page = connect(port);
                RawWeb foreign = connect(port);
                RawWeb tooMany = connect(port);
                RawWeb ann = comesIn(port)) {
            assertThat(page.get("/")).startsWith("HTTP/1.1 200 OK");
            assertThat(foreign.open("https://evil.example")).startsWith("HTTP/1.1 403 ");
            assertThat(tooMany.open(own)).startsWith("HTTP/1.1 101 ");
            assertThat(tooMany.until("server-busy")).contains("This server is full at the moment.");
            ann.type("/setname ann").until("name-accepted");
            switch (round % 4) {
                case 0 -> ann.type("/quit").until("close 1000");
                case 1 -> ann.send(Frames.close(1001)).until("close 1001");
                case 2 -> ann.send(Frames.unmasked(0x81)).until("close 1002");
                default -> {} // and closes without a word
            }
        }
    }

    private static RawWeb connect(int port) throws IOException {
        return new RawWeb(Door.plain(port), "localhost:" + port);
    }

    /** Who was here before may be gone only in a moment. */
    private static RawWeb comesIn(int port) {
        return await("a place").atMost(Duration.ofSeconds(10)).until(() -> tries(port), Objects::nonNull);
    }

    private static @Nullable RawWeb tries(int port) throws IOException {
        RawWeb browser = connect(port);
        browser.open("http://localhost:" + port);
        if (browser.frame().contains("\"event\":\"welcome\"")) {
            return browser;
        }
        browser.close();
        return null;
    }

    private static Set<Thread> startedSince(Set<Thread> before) {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeAll(before);
        return threads;
    }
}
