package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.server.ChatServer;
import chat.server.control.ControlClient;
import chat.server.net.Proxies;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who comes from banned addresses is turned away at the door of a real server, with a sentence. */
class BannedDoorTest {
    private static final String WELCOME = "Welcome to ClientMessageSystem.";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.1, 192.0.3.1",
        "192.0.2.0/24, 192.0.2.255, 192.0.1.255",
        "192.0.2.7, 192.0.2.7, 192.0.2.8",
        "192.0.0.0/16, 192.0.77.1, 192.1.0.1",
        "2001:db8:0:1::/64, 2001:db8:0:1:ffff::1, 2001:db8:0:2::1",
        "2001:db8:0:1::/64, 2001:db8:0:1::, 2001:db8::ffff",
        "2001:db8::/32, 2001:db8:ffff::1, 2001:db9::1",
        "192.0.2.0/24, ::ffff:192.0.2.9, ::ffff:192.0.3.9"
    })
    void shouldTurnAwayWhoComesThroughAProxyFromThereAndNobodyElse(String banned, String from, String elsewhere)
            throws IOException {
        try (ChatServer server = start("127.0.0.1", Proxies.at(List.of("127.0.0.1")))) {
            int port = server.address().getPort();
            assertThat(firstLine(port, from)).isEqualTo(WELCOME);
            admin("ban", banned, "for 2h because raid");
            assertThat(firstLine(port, from))
                    .matches("You are banned from this server until \\S+, says operator: raid\\.");
            assertThat(firstLine(port, elsewhere)).isEqualTo(WELCOME);
            admin("unban", banned);
            assertThat(firstLine(port, from)).isEqualTo(WELCOME);
        }
    }

    @Test
    void shouldCloseTheConnectionsThatAreThere() throws IOException {
        try (ChatServer server = start("127.0.0.1", Proxies.at(List.of("127.0.0.1")));
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort())) {
            BufferedReader lines = connect(socket, "2001:db8:0:1::7");
            assertThat(lines.readLine()).isEqualTo(WELCOME);
            admin("ban", "2001:db8:0:1::/64", "because raid");
            List<String> rest = lines.lines().toList(); // to the end of the connection
            assertThat(rest).contains("* You are banned from this server, says operator: raid.");
        }
    }

    @Test
    void shouldTurnAwayWhoComesWithoutAProxy() throws IOException {
        Optional<InetAddress> own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        assumeTrue(own.isPresent(), "no address but of this machine alone");
        try (ChatServer server = start("0.0.0.0", Proxies.none())) {
            int port = server.address().getPort();
            InetAddress address = own.orElseThrow();
            assertThat(firstLine(address, port)).isEqualTo(WELCOME);
            admin("ban", address.getHostAddress());
            assertThat(firstLine(address, port)).isEqualTo("You are banned from this server, says operator.");
            assertThat(firstLine(InetAddress.getLoopbackAddress(), port)).isEqualTo(WELCOME);
        }
    }

    private ChatServer start(String bind, Proxies proxies) throws IOException {
        return ChatServer.start(
                TestServer.config().withBind(bind).withProxies(proxies).withAdminSocket(directory.resolve("admin")));
    }

    private void admin(String... words) throws IOException {
        assertThat(ControlClient.ask(directory.resolve("admin"), List.of(words)))
                .as("%s", Arrays.toString(words))
                .matches(reply -> reply.done());
    }

    /** What a connection reads first whose proxy says where it comes from. */
    private static String firstLine(int port, String from) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connect(socket, from).readLine();
        }
    }

    private static String firstLine(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket(address, port)) {
            return connect(socket, null).readLine();
        }
    }

    private static BufferedReader connect(Socket socket, String from) throws IOException {
        socket.setSoTimeout(10_000);
        if (from != null) {
            boolean v6 = from.indexOf(':') >= 0;
            String header =
                    "PROXY TCP%s %s %s 4000 8090\r\n".formatted(v6 ? "6" : "4", from, v6 ? "2001:db8::1" : "192.0.2.1");
            socket.getOutputStream().write(header.getBytes(UTF_8));
        }
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }
}
