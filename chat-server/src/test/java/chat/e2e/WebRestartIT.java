package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A person on a telephone's page, one on telnet and one in the console client are in one room; the server is killed, or stopped,
 * and started again under them. Nobody loses a line, and all read the same order.
 */
@Tag("long")
class WebRestartIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** What is said here, wherever it stands in a row of a screen, behind the name of who said it. */
    private static final Pattern SAID = Pattern.compile("\\b(\\w+)(?::|  ) ?((?:page|telnet|console) says \\d+)\\b");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    private Path data;

    private int port;
    private int pagePort;
    private final List<String> said = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM"})
    void shouldLoseNoLineWhenTheServerIsStartedAgainUnderThem(String signal) throws Exception {
        port = freePort();
        pagePort = freePort();
        try (Program first = server();
                Terminal carl = new Terminal(client("carl"));
                Terminal tom = telnet("tom")) {
            carl.shows("| lobby |");
            Page pam = BROWSER.opensOnPhone(new InetSocketAddress(InetAddress.getLoopbackAddress(), pagePort))
                    .joins("pam");
            talk(pam, tom, carl, 1);
            BROWSER.expectsComplaint("WebSocket connection to");

            first.signal(signal);
            first.exitCode();
            carl.shows("Connection lost");
            pam.awaits("that the server is away", () -> !pam.status().isEmpty());
            pam.says("page says 100");
            carl.types("console says 100");
            said.add("pam: page says 100");
            said.add("carl: console says 100");

            try (Program second = server()) {
                pam.awaits("the connection", () -> pam.status().isEmpty());
                carl.shows("Connected again");
                awaitBoth(pam, carl);
                try (Terminal again = telnet("tom")) { // nobody does it for telnet
                    again.shows("says 100");
                    talk(pam, again, carl, 200);
                    pam.screenshot("restarted-" + signal + "-phone");
                    keep("restarted-" + signal + "-telnet.txt", again.screen());
                    keep("restarted-" + signal + "-console.txt", carl.screen());
                    check(pam, tom, again, carl);
                }
                second.signal("TERM");
                second.exitCode();
            }
        }
    }

    /** Each says something, and the others have read it before the next one does, twice. */
    private void talk(Page pam, Terminal tom, Terminal carl, int from) {
        for (int i = from; i < from + 2; i++) {
            pam.says("page says " + i);
            tom.shows("pam: page says " + i);
            carl.shows("pam  page says " + i);
            tom.types("telnet says " + i);
            pam.reads("tom: telnet says " + i);
            carl.shows("tom  telnet says " + i);
            carl.types("console says " + i);
            pam.reads("carl: console says " + i);
            tom.shows("carl: console says " + i);
            said.addAll(List.of("pam: page says " + i, "tom: telnet says " + i, "carl: console says " + i));
        }
    }

    /** What was typed meanwhile comes to both, in the same order. */
    private void awaitBoth(Page pam, Terminal carl) {
        pam.reads("carl: console says 100");
        pam.reads("pam: page says 100");
        carl.shows("pam  page says 100");
        carl.shows("carl  console says 100");
    }

    private void check(Page pam, Terminal before, Terminal after, Terminal carl) {
        List<String> page = conversation(pam.lines());
        assertThat(page).containsExactlyInAnyOrderElementsOf(said);
        assertThat(page.subList(0, 6)).isEqualTo(said.subList(0, 6));
        assertThat(page.subList(8, 14)).isEqualTo(said.subList(8, 14));
        assertThat(conversation(carl.allRows())).isEqualTo(page);
        // telnet shows what is typed there as it was typed
        assertThat(conversation(before.allRows()))
                .isEqualTo(page.subList(0, 6).stream()
                        .filter(WebRestartIT::isOfOthers)
                        .toList());
        List<String> news = conversation(after.allRows());
        assertThat(news.subList(0, 8)).as("the history at joining").isEqualTo(page.subList(0, 8));
        assertThat(news.subList(8, news.size()))
                .isEqualTo(page.subList(8, 14).stream()
                        .filter(WebRestartIT::isOfOthers)
                        .toList());
    }

    private static boolean isOfOthers(String line) {
        return !line.startsWith("tom:");
    }

    /** Who said what, of rows that have a time or other things beside it. */
    private static List<String> conversation(List<String> rows) {
        List<String> said = new ArrayList<>();
        for (String row : rows) {
            Matcher line = SAID.matcher(row);
            if (line.find()) {
                said.add(line.group(1) + ": " + line.group(2));
            }
        }
        return said;
    }

    private Program server() {
        Program server = Program.server(
                "--port",
                Integer.toString(port),
                "--web-port",
                Integer.toString(pagePort),
                "--bind",
                "127.0.0.1",
                "--data",
                data.toString());
        server.port();
        return server;
    }

    private Terminal telnet(String name) {
        Terminal terminal = new Terminal("telnet", "127.0.0.1", Integer.toString(port));
        terminal.shows("Please choose a name");
        terminal.types("/setname " + name);
        terminal.shows("accepted");
        return terminal;
    }

    private List<String> client(String name) {
        return Program.command(
                Program.thisJava(), "chat.client.jar", "127.0.0.1", Integer.toString(port), "--name", name);
    }

    private static void keep(String name, String screen) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.writeString(SCREENSHOTS.resolve(name), screen);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
