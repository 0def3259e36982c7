package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.client.ChatClientMain;
import chat.server.ChatServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the load generator against our server, which has no faults, and against one that has. */
class BenchTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--senders=5",
                "--senders=20 --window=1 --payload=25 --loops=1",
                "--rate=200 --loops=3",
                "--private",
                "--slow=3 --payload=1000"
            })
    void shouldFindNoFaultInTheServer(String load) throws IOException {
        try (ChatServer server = TestServer.start()) {
            int exitCode = bench(server.address().getPort(), "--members=20 --seconds=1 --warmup=0 --json " + load);
            assertThat(out.toString())
                    .contains("\"lost\":0,\"duplicated\":0,\"reordered\":0,\"corrupt\":0,")
                    .contains("\"refused\":0,")
                    .contains("\"slow_cut_off\":0,")
                    .doesNotContain("\"deliveries\":0,")
                    .startsWith("{")
                    .endsWith("}\n")
                    .hasLineCount(1);
            assertThat(err.toString()).contains(" connected ");
            assertThat(exitCode).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--door=json --senders=5",
                "--door=web --senders=5",
                "--door=web --senders=20 --window=1 --payload=25 --loops=1",
                "--door=web --rate=200",
                "--door=web --private",
                "--door=json --private",
                "--door=web --slow=3 --payload=4000"
            })
    void shouldFindNoFaultAtOtherDoors(String load) throws IOException {
        try (ChatServer server = TestServer.Entrance.WEB.start()) {
            int port = (load.startsWith("--door=web") ? server.webAddress().orElseThrow() : server.address()).getPort();
            int exitCode = bench(port, "--members=20 --seconds=1 --warmup=0 --json " + load);
            assertThat(out.toString())
                    .contains("\"lost\":0,\"duplicated\":0,\"reordered\":0,\"corrupt\":0,")
                    .contains("\"refused\":0,")
                    .contains("\"slow_cut_off\":0,")
                    .doesNotContain("\"deliveries\":0,");
            assertThat(exitCode).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LOSES, '1 lost, 0 duplicated, 0 reordered'",
        "REPEATS, '0 lost, 1 duplicated, 0 reordered'",
        "SWAPS, '0 lost, 0 duplicated, 1 reordered'"
    })
    void shouldFindAFault(FaultyServer.Fault fault, String found) throws IOException {
        try (FaultyServer server = new FaultyServer(fault)) {
            int exitCode = bench(server.port(), "--members=5 --senders=1 --seconds=1 --warmup=0");
            assertThat(out.toString()).contains(found + ", 0 corrupt").contains("did not deliver every message");
            assertThat(exitCode).isEqualTo(1);
        }
    }

    @Test
    void shouldSayThatTheServerEndedAConnection() throws IOException {
        try (FaultyServer server = new FaultyServer(FaultyServer.Fault.HANGS_UP)) {
            int exitCode = bench(server.port(), "--members=5 --seconds=1 --json");
            assertThat(err.toString()).contains("The server ended the connection of b");
            assertThat(out.toString()).startsWith("{\"error\":\"The server ended");
            assertThat(exitCode).isEqualTo(1);
        }
    }

    @Test
    void shouldSayThatThereIsNoServer() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(bench(port, "--members=5")).isEqualTo(1);
        assertThat(err.toString()).contains("no server is listening there").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldNotEvenConnectToAnotherMachine() throws IOException {
        // an address that is not loopback and yet leads here: a connection would be seen
        try (ServerSocket server = new ServerSocket(0)) {
            int exitCode = bench("0.0.0.0", server.getLocalPort(), "--members=5");
            assertThat(err.toString()).contains("is another machine").hasLineCount(1);
            assertThat(exitCode).isEqualTo(2);
            server.setSoTimeout(100);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private int bench(int port, String options) {
        return bench("127.0.0.1", port, options);
    }

    private int bench(String host, int port, String options) {
        return ChatClientMain.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(("bench " + host + " " + port + " " + options).split(" "));
    }
}
