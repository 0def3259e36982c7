package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Goodbye;
import chat.common.event.Received;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import chat.e2e.TestServer.Entrance;
import chat.server.ChatServer;
import chat.server.limit.ConnectionLimits;
import chat.server.limit.LimitSettings;
import chat.server.limit.PaceLimits;
import chat.server.limit.Rate;
import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits of every door hold for browsers, and who breaks off leaves nothing behind. */
class PageLimitsTest {
    private static final LimitSettings NONE = LimitSettings.none();

    @ParameterizedTest
    @EnumSource(
            value = Entrance.class,
            names = {"WEB", "WEB_AND_TLS"})
    void shouldTellWhoComesToAFullServer(Entrance entrance) throws IOException {
        try (ChatServer server = start(entrance, NONE.withConnections(places(1)));
                Person ann = Person.joins("ann", entrance.door(server), Person.LF)) {
            try (Socket second = entrance.door(server).open()) {
                assertThat(new String(second.getInputStream().readAllBytes(), UTF_8))
                        .isEqualTo("This server is full at the moment. Please try again later.\r\n");
            }
            ann.types("/quit");
            ann.reads("You have left the chat");
            assertThat(ann.inbox().ends()).isTrue();
            comesIn(entrance.door(server));
        }
    }

    @Test
    void shouldCountBrowsersAndTelnetTogether() throws IOException {
        try (ChatServer server = start(Entrance.WEB, NONE.withConnections(places(1)));
                Person ann = Person.joins("ann", server.address().getPort())) {
            ann.roundTrip();
            try (Socket second = Entrance.WEB.door(server).open()) {
                assertThat(new String(second.getInputStream().readAllBytes(), UTF_8))
                        .startsWith("This server is full");
            }
        }
    }

    @Test
    void shouldCloseWhoChoosesNoName() throws Exception {
        try (ChatServer server = start(Entrance.WEB, NONE.withNameTimeout(Duration.ofMillis(600)));
                WebSocketLink link = link(server)) {
            List<Received> read = readAll(link);
            assertThat(read.get(read.size() - 1).event())
                    .isInstanceOfSatisfying(
                            Goodbye.class,
                            goodbye -> assertThat(goodbye.reason()).isEqualTo(Goodbye.Reason.NO_NAME));
            assertThat(link.endsCleanly()).isTrue();
        }
    }

    @Test
    void shouldTakeLinesAtTheirPace() throws IOException {
        PaceLimits pace = LimitSettings.defaults().pace().withLines(Rate.parse("5+50/s"));
        try (ChatServer server = start(Entrance.WEB, NONE.withPace(pace));
                Person bob = Person.joins("bob", server.address().getPort());
                Person ann = Person.joins("ann", Entrance.WEB.door(server), Person.LF)) {
            String lines =
                    IntStream.range(0, 60).mapToObj(i -> "line " + i + "\n").reduce("", String::concat);
            ann.sends((lines + "the end").getBytes(UTF_8)); // the end of a message ends its last line
            for (int i = 0; i < 60; i++) {
                bob.reads("ann: line " + i);
            }
            bob.reads("ann: the end");
        }
    }

    /** As many as there are places, again and again, each broken off somewhere else. */
    @Test
    void shouldLeaveNothingBehindOfWhoBreaksOff() throws IOException {
        ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(
                ResourceLeakDetector.Level.PARANOID); // the last test of the module looks for them
        try (ChatServer server = start(Entrance.WEB, NONE.withConnections(places(8)))) {
            int port = server.webAddress().orElseThrow().getPort();
            for (int round = 0; round < 10; round++) {
                List<Attacker> some = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    Attacker attacker = Attacker.connects(port, "127.0.0.2");
                    some.add(attacker);
                    breakOff(attacker, i);
                }
                some.forEach(i -> i.resets());
            }
            for (int i = 0; i < 8; i++) {
                comesIn(Entrance.WEB.door(server));
            }
            try (Person ann = Person.joins("ann", Entrance.WEB.door(server), Person.LF)) {
                ann.types("/allusers");
                ann.reads("1 person in lobby: ann");
            }
        } finally {
            ResourceLeakDetector.setLevel(level);
        }
    }

    private static void breakOff(Attacker attacker, int way) {
        switch (way) {
            case 0 -> {} // connected, and said nothing
            case 1 -> attacker.sends("GET /chat HT");
            case 2 -> attacker.sends(WebSocketLink.REQUEST.substring(0, WebSocketLink.REQUEST.length() - 2));
            case 3 -> attacker.sends(WebSocketLink.REQUEST);
            case 4 -> opened(attacker).sends(new byte[] {(byte) 0x81}); // half a header
            case 5 -> opened(attacker).sends(new byte[] {(byte) 0x81, (byte) 0xfe, 0x10, 0, 1, 2, 3, 4, 'h', 'i'});
            case 6 ->
                opened(attacker).sends(new byte[] {0x01, (byte) 0x82, 0, 0, 0, 0, 'h', 'i'}); // the first fragment
            default -> {
                opened(attacker).sends(new byte[] {(byte) 0x82, (byte) 0x81, 0, 0, 0, 0, 1}); // binary
                attacker.endsInput();
            }
        }
    }

    private static Attacker opened(Attacker attacker) {
        attacker.sends(WebSocketLink.REQUEST);
        Awaitility.await().atMost(Inbox.PATIENCE).until(() -> {
            attacker.reads();
            return attacker.text().contains("name-prompt");
        });
        return attacker;
    }

    private static ConnectionLimits places(int most) {
        return new ConnectionLimits(most, most, Rate.UNLIMITED, List.of());
    }

    private static ChatServer start(Entrance entrance, LimitSettings limits) throws IOException {
        return entrance.start(TestServer.config().withLimits(limits));
    }

    private static WebSocketLink link(ChatServer server) throws IOException {
        return new WebSocketLink(
                Door.plain(server.webAddress().orElseThrow().getPort()).open());
    }

    private static void comesIn(Door door) {
        Awaitility.await("a place").atMost(Inbox.PATIENCE).until(() -> {
            try (Socket next = door.open()) {
                byte[] first = next.getInputStream().readNBytes("Welcome".length());
                return new String(first, UTF_8).equals("Welcome");
            }
        });
    }

    private static List<Received> readAll(WebSocketLink link) throws IOException {
        List<Received> all = new ArrayList<>();
        for (String message = link.next(); message != null; message = link.next()) {
            message.lines().map(PageLimitsTest::received).forEach(all::add);
        }
        return all;
    }

    private static Received received(String line) {
        try {
            return JsonLines.parse(line);
        } catch (MalformedLineException e) {
            throw new UncheckedIOException(new IOException(line, e));
        }
    }
}
