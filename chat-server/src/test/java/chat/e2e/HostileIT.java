package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * People who do harm as well as they can, while others talk: the server stays up in a small heap, the harm is bounded, and
 * the others lose nothing and hardly wait. {@code -Dhostile.factor=20} makes everything last longer (docs/testing.md).
 */
class HostileIT {
    private static final int FACTOR = Integer.getInteger("hostile.factor", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How late a line may come to others, at the 99th percentile: the attackers share the machine with the server. */
    private static final Duration BOUND = Duration.ofSeconds(3);

    /** The heap, as much again outside of it, and what the JVM itself takes. */
    private static final long MOST_MEMORY = 560L << 20;

    private static Program server;
    private static Bystanders others;
    private static int port;
    private static long idle;

    private final List<Attacker> attackers = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = Program.server(
                "200m",
                List.of(
                        "--port=0",
                        "--bind=127.0.0.1",
                        "--exempt=127.0.0.1",
                        "--exempt=127.9.0.0/16",
                        "--name-timeout=2s",
                        "--flood-patience=2s"));
        port = server.port();
        others = new Bystanders(port);
        idle = server.residentBytes();
    }

    @AfterEach
    void leave() {
        attackers.forEach(Attacker::close);
    }

    @AfterAll
    static void stop() {
        others.close();
        assertThat(server.residentBytes()).isLessThan(MOST_MEMORY);
        assertThat(server.out()).noneMatch(line -> line.contains(" ERROR ") || line.contains("OutOfMemory"));
        assertThat(server.err()).isEmpty();
        server.close();
    }

    @Test
    void shouldSendAwayWhoTypesANameForEver() {
        others.doNotFeel("a byte now and then", BOUND, () -> {
            connect(50, "127.0.0.2");
            goOnUntil(attacker -> attacker.sends("x"), attacker -> !attacker.reads());
        });
        assertThat(attackers)
                .allSatisfy(
                        attacker -> assertThat(attacker.text())
                                .contains("* Please choose a name within 1 second, or this connection is closed.")
                                .endsWith(
                                        "You have not chosen a name in time, so this connection is closed. Please connect again.\r\n"));
    }

    @Test
    void shouldRefuseMoreConnectionsThanAnAddressMayHave() {
        others.doNotFeel("connections from one address", BOUND, () -> {
            connect(64, "127.0.0.3");
            List<Attacker> refused = connect(500 * FACTOR, "127.0.0.3");
            await(refused, attacker -> !attacker.reads());
            assertThat(refused)
                    .filteredOn(attacker -> attacker.text()
                            .equals("There are too many connections from your address. Please close one, or try again"
                                    + " later.\r\n"))
                    .hasSizeGreaterThan(400);
        });
        assertThat(attackers.stream().filter(attacker -> attacker.text().startsWith("There")))
                .hasSizeLessThanOrEqualTo(500 * FACTOR);
        try (Attacker fromElsewhere = Attacker.connects(port, "127.0.0.4")) {
            await(
                    List.of(fromElsewhere),
                    attacker -> attacker.reads() && attacker.text().contains("Welcome"));
        }
        assertThat(server.out().stream().filter(line -> line.contains("Refused 127.0.0.3")))
                .hasSizeLessThanOrEqualTo(1 + FACTOR);
    }

    @Test
    void shouldRefuseWhoConnectsTooOften() {
        others.doNotFeel(
                "connect and vanish, one place",
                BOUND,
                () -> IntStream.range(0, 1000 * FACTOR)
                        .forEach(i -> Attacker.connects(port, "127.0.0.5").close()));
        try (Attacker next = Attacker.connects(port, "127.0.0.5")) {
            await(List.of(next), attacker -> !attacker.reads());
            assertThat(next.text())
                    .isEqualTo("Your address has connected too often. Please try again in a few seconds.\r\n");
        }
    }

    @Test
    void shouldNotMindTenThousandWhoConnectAndVanish() {
        others.doNotFeel(
                "connect and vanish, 10,000",
                BOUND,
                () -> IntStream.range(0, 10_000 * FACTOR).forEach(i -> {
                    Attacker attacker = Attacker.connects(port, "127.9.0.1");
                    if (i % 2 == 0) {
                        attacker.resets();
                    }
                    attacker.close();
                }));
    }

    @Test
    void shouldEndAFloodOfLines() {
        String lines = "flood\n".repeat(500);
        others.doNotFeel("flood of lines", BOUND, () -> {
            List<Attacker> flood = connect(30, "127.0.0.6");
            flood.forEach(attacker -> attacker.sends("/setname flood" + flood.indexOf(attacker) + "\n"));
            await(flood, attacker -> {
                attacker.sends(lines);
                return !attacker.reads();
            });
        });
        assertThat(attackers)
                .allSatisfy(attacker -> assertThat(attacker.text())
                        .contains(
                                "* You are writing faster than 5 a second: your lines wait, and go out at that pace.\n")
                        .contains("You have written faster than this server takes lines for too long"));
    }

    @Test
    void shouldNotMindALineWithoutEnd() {
        byte[] endless = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        others.doNotFeel("no line terminator", BOUND, () -> {
            List<Attacker> endlessly = connect(30, "127.0.0.7");
            endlessly.forEach(attacker -> attacker.sends("/setname endless" + endlessly.indexOf(attacker) + "\n"));
            await(endlessly, attacker -> {
                attacker.sends(endless);
                return !attacker.reads();
            });
        });
        assertThat(attackers).allSatisfy(attacker -> assertThat(attacker.text()).contains("is longer than 4096 bytes"));
    }

    @Test
    void shouldNotMindTelnetOptionsWithoutEnd() {
        byte[] options = new byte[30_000];
        for (int i = 0; i < options.length; i += 3) {
            options[i] = (byte) 255;
            options[i + 1] = (byte) 253;
            options[i + 2] = (byte) (i % 200);
        }
        others.doNotFeel("telnet options", BOUND, () -> {
            List<Attacker> negotiating = connect(30, "127.0.0.8");
            await(negotiating, attacker -> {
                attacker.sends(options);
                return !attacker.reads(); // until the time for a name is over
            });
        });
    }

    @Test
    void shouldNotMindHalfClosesAndResets() {
        others.doNotFeel(
                "half-close and reset, 1,000",
                BOUND,
                () -> IntStream.range(0, 1000 * FACTOR).forEach(i -> {
                    Attacker attacker = Attacker.connects(port, "127.9.0.2");
                    attacker.sends("/setname half" + i + "\n/allusers\nhello\n/cm");
                    attacker.endsInput();
                    if (i % 3 == 0) {
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1)); // so that some are in the middle
                    }
                    attacker.resets();
                }));
    }

    @Test
    void shouldSurviveTwoThousandWhoAskForEverythingAndReadNothing() {
        String everything = "/allusers\n/cmd\n".repeat(250);
        others.doNotFeel("2,000 that never read", BOUND.multipliedBy(2), () -> {
            List<Attacker> mute = IntStream.range(0, 2000)
                    .mapToObj(i -> Attacker.connects(port, "127.9." + (3 + i / 200) + ".1", 2048))
                    .toList();
            attackers.addAll(mute);
            IntStream.range(0, mute.size()).forEach(i -> mute.get(i).sends("/setname mute" + i + "\n"));
            Attacker.goesOn(4000L * FACTOR, () -> mute.forEach(attacker -> attacker.sends(everything)));
            System.out.printf("%-28s memory: %d MiB, %d MiB before%n", "", server.residentBytes() >> 20, idle >> 20);
            assertThat(server.residentBytes()).isLessThan(MOST_MEMORY);
        });
    }

    private List<Attacker> connect(int count, String from) {
        List<Attacker> connected = IntStream.range(0, count)
                .mapToObj(i -> Attacker.connects(port, from))
                .toList();
        attackers.addAll(connected);
        return connected;
    }

    private void goOnUntil(Consumer<Attacker> attack, Predicate<Attacker> over) {
        await(attackers, attacker -> {
            attack.accept(attacker);
            return over.test(attacker);
        });
    }

    private static void await(List<Attacker> attackers, Predicate<Attacker> over) {
        List<Attacker> left = new ArrayList<>(attackers);
        BooleanSupplier all = () -> {
            left.removeIf(over);
            return left.isEmpty();
        };
        Awaitility.await("the end of " + attackers.size() + " attackers")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(all::getAsBoolean);
    }
}
