package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.ChatServer;
import chat.server.limit.AddressRange;
import chat.server.limit.ConnectionLimits;
import chat.server.limit.LimitSettings;
import chat.server.limit.Rate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What people read whom a limit hits, on real connections. */
class LimitsTest {
    private static final LimitSettings NONE = LimitSettings.none();

    @Test
    void shouldTellWhoComesToAFullServer() throws IOException {
        try (ChatServer server = start(new ConnectionLimits(2, 2, Rate.UNLIMITED, List.of()))) {
            int port = server.address().getPort();
            try (Attacker first = Attacker.connects(port, "127.0.0.2");
                    Attacker second = Attacker.connects(port, "127.0.0.3")) {
                await(first, connection -> connection.text().contains("Welcome"));
                await(second, connection -> connection.text().contains("Welcome"));
                refused(port, "127.0.0.4", "This server is full at the moment. Please try again later.\r\n");
            }
            comesIn(port, "127.0.0.4");
        }
    }

    @Test
    void shouldTellWhoseAddressHasTooManyConnections() throws IOException {
        try (ChatServer server = start(new ConnectionLimits(100, 1, Rate.UNLIMITED, List.of()))) {
            int port = server.address().getPort();
            try (Attacker first = Attacker.connects(port, "127.0.0.2")) {
                await(first, connection -> connection.text().contains("Welcome"));
                refused(
                        port,
                        "127.0.0.2",
                        "There are too many connections from your address. Please close one, or try again later.\r\n");
                comesIn(port, "127.0.0.3");
            }
            comesIn(port, "127.0.0.2");
        }
    }

    @Test
    void shouldTellWhoConnectsTooOften() throws IOException {
        try (ChatServer server = start(new ConnectionLimits(100, 9, Rate.parse("1+1/h"), List.of()))) {
            int port = server.address().getPort();
            comesIn(port, "127.0.0.2");
            refused(port, "127.0.0.2", "Your address has connected too often. Please try again in a few seconds.\r\n");
        }
    }

    @Test
    void shouldExemptThisMachineByDefault() throws IOException {
        try (ChatServer server = start(new ConnectionLimits(1, 1, Rate.parse("1+1/h"), AddressRange.LOOPBACK))) {
            int port = server.address().getPort();
            try (Attacker first = Attacker.connects(port, "127.0.0.2");
                    Attacker second = Attacker.connects(port, "127.0.0.2")) {
                await(first, connection -> connection.text().contains("Welcome"));
                await(second, connection -> connection.text().contains("Welcome"));
            }
        }
    }

    @Test
    void shouldRefuseQuicklyWhoHasTypedAlready() throws IOException {
        try (ChatServer server = start(new ConnectionLimits(1, 1, Rate.UNLIMITED, List.of()))) {
            int port = server.address().getPort();
            try (Attacker first = Attacker.connects(port, "127.0.0.2")) {
                await(first, connection -> connection.text().contains("Welcome"));
                try (Attacker hasty = Attacker.connects(port, "127.0.0.3")) {
                    hasty.sends("/setname ann\n".repeat(1000));
                    await(hasty, connection -> !connection.reads());
                    assertThat(hasty.text())
                            .isEqualTo("This server is full at the moment. Please try again later.\r\n");
                }
            }
        }
    }

    @Test
    void shouldTakeLinesBeforeTheEndAtTheirPace() throws IOException {
        LimitSettings limits = NONE.withPace(LimitSettings.defaults().pace().withLines(Rate.parse("5+50/s")));
        try (ChatServer server = TestServer.start(limits);
                Person bob = Person.joins("bob", server.address().getPort());
                Person ann = Person.joins("ann", server.address().getPort())) {
            String lines =
                    IntStream.range(0, 60).mapToObj(i -> "line " + i + "\n").reduce("", String::concat);
            ann.sends((lines + "the end").getBytes(StandardCharsets.UTF_8));
            ann.endsInput();
            for (int i = 0; i < 60; i++) {
                bob.reads("ann: line " + i);
            }
            bob.reads("ann: the end");
            assertThat(bob.inbox().tells("ann left")).isTrue();
        }
    }

    @Test
    void shouldNotBeKeptByAByteNowAndThen() throws IOException {
        try (ChatServer server = TestServer.start(NONE.withNameTimeout(Duration.ofMillis(600)));
                Attacker slow = Attacker.connects(server.address().getPort(), "127.0.0.2")) {
            await(slow, connection -> {
                connection.sends("x");
                return !connection.reads();
            });
            assertThat(slow.text())
                    .contains("* Please choose a name within 1 second, or this connection is closed.\r\n")
                    .endsWith("You have not chosen a name in time, so this connection is closed. Please connect"
                            + " again.\r\n");
        }
    }

    private static ChatServer start(ConnectionLimits connections) throws IOException {
        return TestServer.start(NONE.withConnections(connections));
    }

    private static void refused(int port, String from, String sentence) {
        try (Attacker next = Attacker.connects(port, from)) {
            await(next, connection -> !connection.reads());
            assertThat(next.text()).isEqualTo(sentence);
        }
    }

    private static void comesIn(int port, String from) {
        Awaitility.await("a place for " + from).atMost(Inbox.PATIENCE).until(() -> {
            try (Attacker next = Attacker.connects(port, from)) {
                await(next, connection -> connection.text().endsWith("\r\n"));
                return next.text().startsWith("Welcome");
            }
        });
    }

    private static void await(Attacker connection, Predicate<Attacker> condition) {
        Awaitility.await()
                .atMost(Inbox.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    connection.reads();
                    return condition.test(connection);
                });
    }
}
