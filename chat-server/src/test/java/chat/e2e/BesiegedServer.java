package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The built server with a small heap, under attack, and ordinary people who talk in it meanwhile. Attackers come from
 * 127.0.0.0/16, where every limit holds, or from 127.9.0.0/16, where as many may connect as like to.
 */
final class BesiegedServer implements AutoCloseable {
    /** How much longer everything lasts than in a normal run: {@code -Dhostile.factor=20} (docs/testing.md). */
    static final int FACTOR = Integer.getInteger("hostile.factor", 1);

    /** How late a line may come to others, at the 99th percentile: the attackers share the machine with the server. */
    static final Duration BOUND = Duration.ofMillis(1500);

    /** The heap, as much again outside of it, and what the JVM itself takes. */
    private static final long MOST_MEMORY = 560L << 20;

    private static final List<String> FLAGS =
            List.of("--port=0", "--bind=127.0.0.1", "--exempt=127.0.0.1", "--exempt=127.9.0.0/16", "--name-timeout=2s");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Program server;
    private final Bystanders others;
    private final int port;
    private final int otherPort;
    private final long start = System.nanoTime();
    private final List<Attacker> attackers = new ArrayList<>();

    /**
     * Starts it.
     *
     * @param options of its JVM
     */
    BesiegedServer(String... options) {
        this(Program::tlsPort, List.of(options), tls(), List.of("--flood-patience=2s"));
    }

    private BesiegedServer(
            ToIntFunction<Program> otherDoor, List<String> options, List<String> door, List<String> flags) {
        List<String> all = Stream.of(FLAGS, door, flags).flatMap(List::stream).toList();
        server = Program.server("200m", options, all);
        port = server.port();
        otherPort = otherDoor.applyAsInt(server);
        others = new Bystanders(port);
    }

    /** One that is as patient with a flood as any server. */
    static BesiegedServer patient() {
        return new BesiegedServer(Program::tlsPort, List.of(), tls(), List.of());
    }

    /**
     * One that has the page for browsers, and no TLS.
     *
     * @param options of its JVM
     */
    static BesiegedServer withPage(String... options) {
        return new BesiegedServer(
                Program::webPort, List.of(options), List.of("--web-port", "0"), List.of("--flood-patience=1s"));
    }

    private static List<String> tls() {
        try {
            Path folder = Files.createTempDirectory("besieged");
            Path certificate = folder.resolve("cert.pem");
            Path key = folder.resolve("key.pem");
            List.of(folder, certificate, key).forEach(path -> path.toFile().deleteOnExit());
            return List.of("--tls-port=0", "--tls-self-signed", "--tls-cert=" + certificate, "--tls-key=" + key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** The port of TLS, if it has no page. */
    int tlsPort() {
        return otherPort;
    }

    /** The port of the page, if it has one. */
    int webPort() {
        return otherPort;
    }

    /** Those who have connected and not been let go. */
    List<Attacker> attackers() {
        return attackers;
    }

    /** Connects somebody to the port of plain text, and keeps them. */
    List<Attacker> connect(int count, String from) {
        return connect(count, from, port);
    }

    /** The same to any port. */
    List<Attacker> connect(int count, String from, int port) {
        return keep(IntStream.range(0, count)
                .mapToObj(i -> Attacker.connects(port, from))
                .toList());
    }

    /** Keeps others who have connected, until they are let go. */
    List<Attacker> keep(List<Attacker> connected) {
        attackers.addAll(connected);
        return connected;
    }

    /** Lets go of all attackers. */
    void letGo() {
        attackers.forEach(Attacker::close);
        attackers.clear();
    }

    /** Does harm, and fails if others felt it, or the server took too much memory. */
    void attack(String what, Runnable attack) {
        attack(what, BOUND, attack);
    }

    /** The same with another bound for what others feel. */
    void attack(String what, Duration bound, Runnable attack) {
        Bystanders.Latency latency = others.during(attack);
        long longest = attackers.stream().mapToLong(Attacker::lifeMillis).max().orElse(0);
        System.out.printf(
                "%-38s others: %s; memory %d MiB; %s%n",
                what,
                latency,
                server.residentBytes() >> 20,
                longest == 0 ? "nobody cut" : "cut after " + longest + " ms at most");
        assertThat(latency.p99())
                .as("ms until a line has come, during: %s", what)
                .isLessThan(bound.toMillis());
        assertThat(server.residentBytes()).isLessThan(MOST_MEMORY);
    }

    /** Waits until those who talk are alone again with somebody who asks. */
    void awaitOthersAlone() {
        try (Attacker asks = Attacker.connects(port, "127.9.255.1")) {
            asks.sends("/setname asks\n");
            Awaitility.await("the end of all who are not there")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        asks.sends("/allusers\n");
                        asks.reads();
                        return asks.text().contains("\n" + (Bystanders.PEOPLE + 1) + " people in ");
                    });
        }
    }

    /** Waits until something is true of all attackers, each asked again until it is. */
    static void await(List<Attacker> attackers, Predicate<Attacker> over) {
        List<Attacker> left = new ArrayList<>(attackers);
        Awaitility.await("the end of " + attackers.size() + " attackers")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    left.removeIf(over);
                    return left.isEmpty();
                });
    }

    /** Fails if the log has more than one line a minute about those from an address who were refused. */
    void assertQuietAbout(String address) {
        long minutes = TimeUnit.NANOSECONDS.toMinutes(System.nanoTime() - start);
        assertThat(server.out())
                .filteredOn(line -> line.contains("Refused " + address + ":"))
                .hasSizeBetween(1, (int) minutes + 1);
    }

    /** Fails if the log has a line with a text. */
    void assertNotLogged(String text) {
        assertThat(server.out()).noneMatch(line -> line.contains(text));
    }

    /** Has the server look for garbage, and find all of it. */
    void collectsGarbage() throws IOException, InterruptedException {
        server.collectsGarbage();
    }

    /** Stops it, if it is still well. */
    @Override
    public void close() {
        letGo();
        others.close();
        System.out.printf("%-38s memory %d MiB at most%n", "all together", server.peakBytes() >> 20);
        assertThat(server.peakBytes()).isLessThan(MOST_MEMORY);
        assertThat(server.out()).noneMatch(line -> line.contains(" ERROR ") || line.contains("OutOfMemory"));
        assertThat(server.err()).isEmpty();
        server.close();
    }
}
