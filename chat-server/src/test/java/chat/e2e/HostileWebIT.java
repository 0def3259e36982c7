package chat.e2e;

import static chat.e2e.BesiegedServer.FACTOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.server.net.web.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People who do harm through the page's port, while others talk on telnet and do not notice. */
@Tag("long")
class HostileWebIT {
    /** The time for a request, in milliseconds, and what a busy machine adds to it. */
    private static final long REQUEST = 10_000;

    private static final long BUSY = 3_000;

    /** How long somebody stays who is refused at once: a second is theirs to read why. */
    private static final long SOON = 1000 + BUSY;

    /** Who writes too fast is told so. */
    private static final String FLOOD = "\"reason\":\"flood\"";

    private static BesiegedServer server;
    private static WebAttacks attacks;

    @BeforeAll
    static void start() {
        server = BesiegedServer.withPage();
        attacks = new WebAttacks(server);
    }

    @AfterEach
    void leave() {
        server.letGo();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldCutWhoBeginsAndDoesNotGoOn() {
        byte[] halfAFrame = {(byte) 0x81, (byte) 0xfe, 0x10, 0, 1, 2, 3, 4, 'h'};
        List<Attacker> requests = new ArrayList<>();
        List<Attacker> sockets = new ArrayList<>();
        server.attack("slow headers, half-open WebSockets", () -> {
            requests.addAll(attacks.connect(100, "127.9.4.1"));
            List<Attacker> slow = attacks.connect(200, "127.9.4.1");
            slow.forEach(attacker -> attacker.sends("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: "));
            requests.addAll(slow);
            sockets.addAll(attacks.open(200, "127.9.4.2"));
            List<Attacker> begun = attacks.open(200, "127.9.4.2");
            begun.forEach(attacker -> attacker.sends(halfAFrame));
            sockets.addAll(begun);
            WebAttacks.untilCut(sockets, attacker -> {});
            WebAttacks.untilCut(slow, attacker -> attacker.sends("c"));
            WebAttacks.untilCut(requests, attacker -> {});
        });
        assertThat(requests)
                .allSatisfy(attacker -> assertThat(attacker.lifeMillis()).isBetween(REQUEST - 500, REQUEST + BUSY));
        assertThat(sockets).allSatisfy(attacker -> {
            assertThat(attacker.text()).contains("\"reason\":\"no-name\"");
            assertThat(attacker.lifeMillis()).isBetween(1900L, 2000 + SOON);
        });
    }

    @Test
    void shouldRefuseHeadersWithoutEnd() {
        byte[] endless = "c".repeat(64 * 1024).getBytes(UTF_8);
        server.attack("huge headers", () -> {
            List<Attacker> huge = attacks.connect(100, "127.9.4.9");
            huge.forEach(attacker -> attacker.sends("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: "));
            WebAttacks.untilCut(huge, attacker -> attacker.sends(endless));
        });
        assertThat(server.attackers()).allSatisfy(attacker -> {
            assertThat(attacker.text()).startsWith("HTTP/1.1 431 ");
            assertThat(attacker.lifeMillis()).isLessThan(SOON);
        });
    }

    @Test
    void shouldNotMindWhoAsksForThePageAndDoesNotReadIt() {
        byte[] requests = WebAttacks.times(50, Attacks.HTTP);
        server.attack("200 that do not read the page", () -> {
            List<Attacker> mute = attacks.connectWithSmallWindows(200, "127.9.4.3");
            Attacker.goesOn(500L * FACTOR, () -> mute.forEach(attacker -> attacker.pours(requests)));
        });
    }

    @Test
    void shouldRefuseMoreConnectionsForPagesThanAnAddressMayHave() {
        server.attack("page connections from one address", () -> {
            List<Attacker> many = attacks.connect(600, "127.0.0.14");
            many.forEach(attacker -> attacker.sends(Attacks.HTTP));
            BesiegedServer.await(
                    many, attacker -> !attacker.reads() || attacker.text().startsWith("HTTP/1.1 200 OK"));
            assertThat(many)
                    .filteredOn(attacker -> attacker.text().startsWith("HTTP/1.1 503 "))
                    .hasSizeGreaterThan(150)
                    .allSatisfy(attacker -> assertThat(attacker.text()).contains(" your address"));
        });
        server.assertQuietAbout("127.0.0.14");
    }

    @Test
    void shouldSurviveWebSocketsThatAskForEverythingAndReadNothing() {
        byte[] everything = WebAttacks.times(100, Frames.text("/allusers\n/cmd\n/rooms"));
        server.attack("300 WebSockets that never read", BesiegedServer.BOUND.multipliedBy(3), () -> {
            List<Attacker> mute = attacks.joinWithSmallWindows(300, "127.9.4.4", "mute");
            Attacker.goesOn(500L * FACTOR, () -> mute.forEach(attacker -> attacker.pours(everything)));
            server.letGo(); // what they have sent by then is still to be taken
        });
    }

    /** All at once, each kind by ten. */
    @Test
    void shouldEndFloodsOfFrames() {
        byte[] begin = Frames.part(Frames.TEXT, "");
        List<Attacker> tooLong = new ArrayList<>();
        server.attack("floods of pings, small and no frames", () -> {
            List<Attacker> pings = attacks.join(10, "127.9.4.5", "ping");
            List<Attacker> small = attacks.join(10, "127.9.4.5", "small");
            List<Attacker> empty = attacks.join(10, "127.9.4.5", "empty");
            tooLong.addAll(attacks.join(10, "127.9.4.5", "endless"));
            empty.forEach(attacker -> attacker.sends(begin));
            tooLong.forEach(attacker -> attacker.sends(begin));
            WebAttacks.untilCut(Map.of(
                    pings, WebAttacks.times(200, Frames.last(Frames.PING, new byte[125])),
                    small, WebAttacks.times(2000, Frames.text("x")),
                    empty, WebAttacks.times(5000, Frames.part(Frames.CONTINUATION, "")),
                    tooLong, WebAttacks.times(100, Frames.part(Frames.CONTINUATION, "x".repeat(100)))));
        });
        assertThat(server.attackers())
                .allSatisfy(attacker -> assertThat(attacker.text())
                        .contains(tooLong.contains(attacker) ? "a message has at most 16384 bytes" : FLOOD));
    }

    @Test
    void shouldNotMindHandshakesThatAreCut() {
        server.attack("WebSockets opened and cut, 500", () -> attacks.shakeHandsAndReset(500 * FACTOR, "127.9.4.10"));
    }

    @Test
    void shouldRefuseThePagesOfOthers() {
        server.attack(
                "WebSockets from another page",
                () -> new Attacks(server).send(WebAttacks.FOREIGN, 500 * FACTOR, "127.9.4.11", server.webPort()));
        assertThat(server.attackers()).allSatisfy(attacker -> {
            assertThat(attacker.text()).startsWith("HTTP/1.1 403 ");
            assertThat(attacker.lifeMillis()).isLessThan(SOON);
        });
        server.assertQuietAbout("127.9.4.11");
    }

    @Test
    void shouldEndAStormOfQuestionsAboutThePast() {
        byte[] questions =
                WebAttacks.times(100, Frames.text("/history 500\n/replay on\n/search calm\n/history 500\n/replay off"));
        server.attack("a storm of /history", () -> {
            byte[] words = Frames.text("words to look for, and more of them\n".repeat(50));
            attacks.join(20, "127.9.4.12", "teller").forEach(attacker -> attacker.sends(words));
            List<Attacker> storm = attacks.join(10, "127.9.4.12", "storm");
            WebAttacks.untilCut(storm, attacker -> attacker.pours(questions));
        });
        assertThat(server.attackers())
                .filteredOn(attacker -> attacker.text().contains(FLOOD))
                .hasSize(10);
    }
}
