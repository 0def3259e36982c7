package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built programs, and people who mistake the port of the page for that of the chat. */
class WrongPortIT {
    private static final Pattern PAGE = Pattern.compile("https?://[^/]*:(\\d+)/");

    @TempDir
    static Path folder;

    private static Program plain;
    private static Program encrypted;

    @BeforeAll
    static void start() {
        plain = Program.server("--port", "0", "--bind", "127.0.0.1", "--web-port", "0");
        encrypted = Program.server(
                "--port",
                "0",
                "--bind",
                "127.0.0.1",
                "--web-port",
                "0",
                "--tls-port",
                "0",
                "--tls-self-signed",
                "--tls-cert",
                folder.resolve("c.pem").toString(),
                "--tls-key",
                folder.resolve("k.pem").toString());
    }

    @AfterAll
    static void stop() {
        plain.close();
        encrypted.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--send hello", "--tls", "--tls --send hello", "--follow"})
    void shouldSayThatThePortIsForBrowsers(String flags) throws InterruptedException {
        says(plain, flags);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--send hello"})
    void shouldSaySoWhereThePageIsEncrypted(String flags) throws InterruptedException {
        says(encrypted, flags);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--send hello"})
    void shouldSaySoWhenItSpeaksTlsThere(String flags) throws InterruptedException {
        says(encrypted, "--tls-ca " + folder.resolve("c.pem") + " " + flags);
    }

    private static void says(Program server, String flags) throws InterruptedException {
        String port = page(server);
        List<String> arguments = new ArrayList<>(List.of("--name", "bot", "localhost", port));
        Stream.of(flags.split(" ")).filter(flag -> !flag.isBlank()).forEach(arguments::add);
        try (Program client = Program.client(arguments.toArray(String[]::new))) {
            client.isPiped(flags.contains("--send") ? "" : "hello\n");
            assertThat(client.exitCode()).isEqualTo(1);
            assertThat(client.out()).isEmpty();
            assertThat(client.err()).first().isEqualTo(sentence(port));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-tls", "--tls"})
    void shouldSaySoToAPerson(String flag) {
        String port = page(plain);
        List<String> client =
                Program.command(Program.thisJava(), "chat.client.jar", flag, "--name", "ann", "localhost", port);
        try (Terminal ann = new Terminal(client)) {
            assertThat(ann.exitCode()).isEqualTo(1);
            assertThat(ann.screen().replaceAll("\\s+", " ")).contains(sentence(port));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"telnet", "nc"})
    void shouldTellTelnetAndNcWhereTheChatIs(String program) {
        try (Terminal ann = new Terminal(program, "127.0.0.1", page(plain))) {
            ann.types("/setname ann");
            ann.shows("Programs for terminals connect to port " + plain.port() + ".");
        }
    }

    private static String sentence(String port) {
        return "Cannot connect to localhost port " + port
                + ": that port is for web browsers; the chat is on another one," + " usually 8090, or 8443 with TLS.";
    }

    private static String page(Program server) {
        Matcher page = PAGE.matcher(server.await("The page for browsers"));
        assertThat(page.find()).isTrue();
        return page.group(1);
    }
}
