package chat.e2e;

import static chat.e2e.BesiegedServer.FACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * People who do harm as well as they can, while others talk: the server stays up in a small heap, the harm is bounded, and
 * the others lose nothing and hardly wait.
 */
@Tag("long")
class HostileIT {
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
    void shouldSendAwayWhoTypesANameForEver() {
        server.attack("a byte now and then", () -> {
            List<Attacker> typing = server.connect(50, "127.0.0.2");
            BesiegedServer.await(typing, attacker -> {
                attacker.sends("x");
                return !attacker.reads();
            });
        });
        assertThat(server.attackers())
                .allSatisfy(
                        attacker -> assertThat(attacker.text())
                                .contains("* Please choose a name within 1 second, or this connection is closed.")
                                .endsWith(
                                        "You have not chosen a name in time, so this connection is closed. Please connect again.\r\n"))
                .allSatisfy(attacker -> assertThat(attacker.lifeMillis()).isBetween(1900L, 4000L));
    }

    @Test
    void shouldRefuseMoreConnectionsThanAnAddressMayHave() {
        server.attack("connections from one address", () -> {
            server.connect(64, "127.0.0.3");
            List<Attacker> refused = server.connect(500 * FACTOR, "127.0.0.3");
            BesiegedServer.await(refused, attacker -> !attacker.reads());
            assertThat(refused)
                    .filteredOn(attacker -> attacker.text()
                            .equals("There are too many connections from your address. Please close one, or try again"
                                    + " later.\r\n"))
                    .hasSizeGreaterThan(400);
        });
        assertThat(server.attackers().stream()
                        .filter(attacker -> attacker.text().startsWith("There")))
                .hasSizeLessThanOrEqualTo(500 * FACTOR);
        try (Attacker fromElsewhere = Attacker.connects(server.port(), "127.0.0.4")) {
            BesiegedServer.await(
                    List.of(fromElsewhere),
                    attacker -> attacker.reads() && attacker.text().contains("Welcome"));
        }
        server.assertQuietAbout("127.0.0.3");
    }

    @Test
    void shouldRefuseWhoConnectsTooOften() {
        server.attack(
                "connect and vanish, one place",
                () -> IntStream.range(0, 1000 * FACTOR)
                        .forEach(i ->
                                Attacker.connects(server.port(), "127.0.0.5").close()));
        try (Attacker next = Attacker.connects(server.port(), "127.0.0.5")) {
            BesiegedServer.await(List.of(next), attacker -> !attacker.reads());
            assertThat(next.text())
                    .isEqualTo("Your address has connected too often. Please try again in a few seconds.\r\n");
        }
    }

    @Test
    void shouldNotMindTenThousandWhoConnectAndVanish() {
        server.attack("connect and vanish, 10,000", () -> attacks.vanish(10_000 * FACTOR, 8));
    }

    @Test
    void shouldEndAFloodOfLines() {
        server.attack("flood of lines", () -> attacks.flood(30, "127.0.0.6"));
        assertThat(server.attackers())
                .allSatisfy(attacker -> assertThat(attacker.text())
                        .contains(
                                "* You are writing faster than 5 a second: your lines wait, and go out at that pace.\n")
                        .contains("You have written faster than this server takes lines for too long"));
    }

    @Test
    void shouldSoonForgetThoseWhoLeaveAFloodBehind() {
        try (BesiegedServer patient = BesiegedServer.patient()) {
            patient.attack("leave a flood behind, 2,000", () -> {
                new Attacks(patient).leaveAFloodBehind(2000 * FACTOR, "127.9.3.1");
                patient.awaitOthersAlone();
            });
        }
    }

    @Test
    void shouldNotMindALineWithoutEnd() {
        byte[] endless = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        server.attack("no line terminator", () -> {
            List<Attacker> endlessly = server.connect(30, "127.0.0.7");
            endlessly.forEach(attacker -> attacker.sends("/setname endless" + endlessly.indexOf(attacker) + "\n"));
            BesiegedServer.await(endlessly, attacker -> {
                attacker.sends(endless);
                return !attacker.reads();
            });
        });
        assertThat(server.attackers())
                .allSatisfy(attacker -> assertThat(attacker.text()).contains("is longer than 4096 bytes"));
    }

    @Test
    void shouldNotMindTelnetOptionsWithoutEnd() {
        byte[] options = new byte[30_000];
        for (int i = 0; i < options.length; i += 3) {
            options[i] = (byte) 255;
            options[i + 1] = (byte) 253;
            options[i + 2] = (byte) (i % 200);
        }
        server.attack("telnet options", () -> {
            List<Attacker> negotiating = server.connect(30, "127.0.0.8");
            negotiating.forEach(attacker -> attacker.sends("/setname telnet" + negotiating.indexOf(attacker) + "\n"));
            BesiegedServer.await(negotiating, attacker -> {
                attacker.sends(options);
                return !attacker.reads();
            });
        });
    }

    @Test
    void shouldNotMindHalfClosesAndResets() {
        server.attack("half-close and reset, 1,000", () -> attacks.halfCloseAndReset(1000 * FACTOR, "127.9.0.2"));
    }

    @Test
    void shouldSurviveTwoThousandWhoAskForEverythingAndReadNothing() {
        server.attack("2,000 that never read", BesiegedServer.BOUND.multipliedBy(5), () -> {
            attacks.askAndNotRead(2000, 4000L * FACTOR);
            server.letGo(); // what they have sent by then is still to be taken
        });
    }
}
