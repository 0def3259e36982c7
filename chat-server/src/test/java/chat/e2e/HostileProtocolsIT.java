package chat.e2e;

import static chat.e2e.BesiegedServer.FACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * People who speak the wrong protocol, or begin the right one and never end it, while others talk. They are gone soon,
 * and the log has at most one line a minute about where they came from.
 */
@Tag("long")
class HostileProtocolsIT {
    /** How long somebody stays who is refused at once, in milliseconds; the machine is busy with a hundred at a time. */
    private static final long SOON = 2000;

    /** The time for a handshake, and what the machine takes, in milliseconds. */
    private static final long HANDSHAKE = 12_000;

    private static final String NO_TLS_HERE = "This port speaks TLS; plain text is on port ";

    private static BesiegedServer server;
    private static Attacks attacks;

    @BeforeAll
    static void start() {
        server = new BesiegedServer();
        attacks = new Attacks(server);
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
    void shouldRefuseTlsAtThePortOfPlainText() {
        byte[] hello = Attacks.clientHello();
        server.attack("TLS at the plain port", () -> attacks.send(hello, 1000 * FACTOR, "127.9.1.1", server.port()));
        allRead("This port speaks plain text; TLS is on port " + server.tlsPort() + ".\r\n");
        server.assertQuietAbout("127.9.1.1");
    }

    @Test
    void shouldRefuseHttpAtThePortOfPlainText() {
        server.attack(
                "HTTP at the plain port", () -> attacks.send(Attacks.HTTP, 1000 * FACTOR, "127.9.1.2", server.port()));
        allRead("400 Bad Request: this is a chat, which speaks no HTTP. Join with telnet, nc or chat-client.\r\n");
        server.assertQuietAbout("127.9.1.2");
    }

    @Test
    void shouldRefusePlainTextAtThePortOfTls() {
        byte[] line = "/setname ann\r\n".getBytes(StandardCharsets.US_ASCII);
        server.attack(
                "plain text at the TLS port", () -> attacks.send(line, 1000 * FACTOR, "127.9.1.3", server.tlsPort()));
        allRead(NO_TLS_HERE + server.port() + ".\r\n");
        server.assertQuietAbout("127.9.1.3");
    }

    @Test
    void shouldRefuseTheProxyProtocolFromAnywhere() {
        server.attack("PROXY headers from anywhere", () -> {
            attacks.send(Attacks.PROXY_V1, 500 * FACTOR, "127.9.1.4", server.port());
            attacks.send(Attacks.PROXY_V2, 500 * FACTOR, "127.9.1.4", server.port());
            attacks.send(Attacks.PROXY_V1, 500 * FACTOR, "127.9.1.4", server.tlsPort());
            attacks.send(Attacks.PROXY_V2, 500 * FACTOR, "127.9.1.4", server.tlsPort());
        });
        allRead("The PROXY protocol is taken only from addresses that this server was told of.\r\n");
        server.assertQuietAbout("127.9.1.4");
        server.assertNotLogged("192.0.2.7"); // where they say they come from
    }

    @Test
    void shouldCutHandshakesThatAreNeverFinished() {
        byte[] hello = Attacks.clientHello();
        byte[] half = Arrays.copyOf(hello, hello.length / 2);
        server.attack("TLS handshakes never finished", () -> {
            List<Attacker> silent = server.connect(300, "127.9.1.5", server.tlsPort());
            List<Attacker> begun = server.connect(300, "127.9.1.5", server.tlsPort());
            begun.forEach(attacker -> attacker.sends(half));
            List<Attacker> answered = server.connect(300, "127.9.1.5", server.tlsPort());
            answered.forEach(attacker -> attacker.sends(hello));
            BesiegedServer.await(server.attackers(), attacker -> !attacker.reads());
            assertThat(silent)
                    .allSatisfy(
                            attacker -> assertThat(attacker.text()).isEqualTo(NO_TLS_HERE + server.port() + ".\r\n"));
        });
        assertThat(server.attackers())
                .allSatisfy(attacker -> assertThat(attacker.lifeMillis()).isBetween(8_000L, HANDSHAKE));
        server.assertQuietAbout("127.9.1.5");
    }

    @Test
    void shouldNotMindHandshakesThatAreCutAtOnce() {
        server.attack("TLS handshakes cut at once", () -> attacks.shakeHandsAndCut(1000 * FACTOR, "127.9.1.6"));
    }

    private static void allRead(String sentence) {
        assertThat(server.attackers()).allSatisfy(attacker -> {
            assertThat(attacker.text()).endsWith(sentence);
            assertThat(attacker.lifeMillis()).isLessThan(SOON);
        });
    }
}
