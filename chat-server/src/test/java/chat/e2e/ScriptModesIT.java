package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client in scripts: what it prints where, and every exit code. */
class ScriptModesIT {
    private static Program server;
    private static String at;

    @BeforeAll
    static void start() {
        server = Program.server("--port", "0", "--bind", "127.0.0.1", "--no-limits", "--replay", "0");
        at = "127.0.0.1:" + server.port();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldSayOneLineAndEndWithZeroWhenItIsConfirmed() throws InterruptedException {
        try (Person ann = Person.joins("ann1", server.port());
                Program client =
                        Program.client(at, "--name", "bot1", "--send", "deploy done", "--send", "/quit\nÜ 👍")) {
            ann.reads("bot1: deploy done");
            ann.reads("bot1: /quit");
            ann.reads("bot1: Ü 👍");
            assertThat(client.exitCode()).isZero();
            assertThat(client.out()).isEmpty();
            assertThat(client.err()).isEmpty();
        }
    }

    @Test
    void shouldWriteToOnePerson() throws InterruptedException {
        try (Person ann = Person.joins("ann2", server.port());
                Program client = Program.client(at, "--name", "bot2", "--to", "ann2")) {
            client.isPiped("one\n/quit\n");
            ann.reads("bot2(private): one");
            ann.reads("bot2(private): /quit");
            assertThat(client.exitCode()).isZero();
            assertThat(client.err()).isEmpty();
        }
    }

    @Test
    void shouldSayEveryLineOfItsInput() throws InterruptedException {
        try (Person ann = Person.joins("ann3", server.port());
                Program client = Program.client(at, "--name", "bot3", "--send", "-")) {
            client.isPiped("/cmd\nlast");
            ann.reads("bot3: /cmd");
            ann.reads("bot3: last");
            assertThat(client.exitCode()).isZero();
            assertThat(client.out()).isEmpty();
        }
    }

    @Test
    void shouldEndWithOneWhenTheReceiverIsNotThere() throws InterruptedException {
        try (Program client = Program.client(at, "--name", "bot4", "--to", "nobody4", "--send", "hi")) {
            assertThat(client.exitCode()).isEqualTo(1);
            assertThat(client.out()).isEmpty();
            assertThat(client.err()).containsExactly("User not found: nobody4. Type /allusers to see who is here.");
        }
    }

    @Test
    void shouldEndWithOneWhenTheNameIsTaken() throws InterruptedException {
        try (Person ann = Person.joins("ann5", server.port());
                Program client = Program.client(at, "--name", "Ann5", "--send", "hi")) {
            assertThat(client.exitCode()).isEqualTo(1);
            assertThat(client.err()).singleElement().asString().contains("Ann5 is taken");
            ann.types("/quit");
        }
    }

    @Test
    void shouldEndWithOneWhenNothingListens() throws IOException, InterruptedException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (Program client = Program.client("localhost:" + free, "--name", "bot", "--send", "hi")) {
            assertThat(client.exitCode()).isEqualTo(1);
            assertThat(client.err())
                    .containsExactly("Cannot connect to localhost port " + free + ": no server is listening there.");
        }
    }

    @Test
    void shouldEndWithOneWhenNothingIsConfirmedInTime() throws IOException, InterruptedException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Program client = Program.client(
                        "127.0.0.1:" + silent.getLocalPort(), "--name", "bot", "--send", "hi", "--timeout", "1")) {
            assertThat(client.exitCode()).isEqualTo(1);
            assertThat(client.err())
                    .containsExactly(
                            "Cannot connect to 127.0.0.1 port " + silent.getLocalPort() + ": it took longer than 1 s.");
        }
    }

    @Test
    void shouldEndWithOneWhenSomeLinesFailAndTellWhich() throws InterruptedException {
        try (Person ann = Person.joins("ann6", server.port());
                Program client = Program.client(at)) {
            client.isPiped("/setname bot6\n/private nobody6 hi\n/prvate\nhello\n");
            ann.reads("bot6: hello");
            assertThat(client.exitCode()).isEqualTo(1);
            assertThat(client.err())
                    .containsExactly(
                            "/private nobody6 hi: User not found: nobody6. Type /allusers to see who is here.",
                            "/prvate: There is no command /prvate; did you mean /private? Type /cmd to see all commands.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--send hi, '--send needs a name to say it under: add --name NAME, or set CHAT_NAME.'",
        "--to ann, '--to needs a name to say it under: add --name NAME, or set CHAT_NAME.'",
        "--name bot --send=, '--send: there is nothing in it (expected: a text)'",
        "--name bot --to b:b --send hi, '--to: This cannot be a name. A name has 1 to 24 letters, digits, ''-'', ''_'' or"
                + " ''.'', and begins with a letter or digit.'",
        "--timeout soon, --timeout: soon (expected: 1 to 3600)",
        "--color=pink, '--color: pink (expected: auto, always or never)'",
        "--nonsense, Unknown option: '--nonsense'",
        "--send, Missing required parameter for option '--send' (TEXT)"
    })
    void shouldEndWithTwoWhenItIsNotUsedSo(String arguments, String sentence) throws InterruptedException {
        try (Program client = Program.client(arguments.split(" "))) {
            assertThat(client.exitCode()).isEqualTo(2);
            assertThat(client.out()).isEmpty();
            assertThat(client.err()).contains(sentence, "chat-client --help explains the options.");
        }
    }

    @Test
    void shouldTakeTheEnvironmentAndTheFileWhereFlagsAreSilent(@TempDir Path config)
            throws IOException, InterruptedException {
        Path file = config.resolve("chat-client/config.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "port=1\nname=bot7\n");
        Map<String, String> environment = Map.of(
                "XDG_CONFIG_HOME", config.toString(),
                "CHAT_HOST", "127.0.0.1",
                "CHAT_PORT", Integer.toString(server.port()));
        try (Person ann = Person.joins("ann7", server.port());
                Program client = Program.client(environment, "--send", "hi");
                Program wrong = Program.client(Map.of("CHAT_PORT", "abc"), "--send", "hi")) {
            ann.reads("bot7: hi");
            assertThat(client.exitCode()).isZero();
            assertThat(wrong.exitCode()).isEqualTo(2);
            assertThat(wrong.err()).startsWith("CHAT_PORT: abc (expected: 1 to 65535)");
        }
    }

    @Test
    void shouldSpeakJsonAndNothingElse() throws InterruptedException {
        try (Person ann = Person.joins("ann8", server.port());
                Program client = Program.client(at, "--name", "bot8", "--json")) {
            client.types("@1 /all hi\n");
            client.await("\"tag\":\"1\"");
            ann.types("hi bot");
            client.await("hi bot");
            client.isPiped("@two /private nobody8 hi\n/private ann8 psst\n");
            assertThat(client.exitCode()).isEqualTo(1);
            assertThat(client.err()).isEmpty();
            assertThat(client.out()).allMatch(line -> line.startsWith("{\"event\":\"") && line.endsWith("}"));
            assertThat(client.out())
                    .anyMatch(line -> line.startsWith("{\"event\":\"said\"") && line.endsWith("\"tag\":\"1\"}"))
                    .anyMatch(line -> line.startsWith("{\"event\":\"message\"") && line.contains("\"from\":\"ann8\""))
                    .anyMatch(line -> line.startsWith("{\"event\":\"failure\",\"code\":\"not-found\"")
                            && line.endsWith("\"tag\":\"two\"}"))
                    .contains("{\"event\":\"private-sent\",\"to\":\"ann8\"}");
        }
    }

    @Test
    void shouldFollowOverARestartOfTheServer() throws IOException, InterruptedException {
        Program first = Program.server("--port", "0", "--bind", "127.0.0.1");
        String port = Integer.toString(first.port());
        try (Program client = Program.client("127.0.0.1", port, "--name", "bot", "--json", "--follow")) {
            client.isPiped("@1 /allusers\n");
            client.await("\"tag\":\"1\"");
            first.signal("KILL");
            first.exitCode();
            try (Program second = Program.server("--port", port, "--bind", "127.0.0.1")) {
                second.port();
                client.awaitError("Connected to");
                try (Person ann = Person.joins("ann", Integer.parseInt(port))) {
                    ann.types("welcome back");
                    client.await("welcome back");
                }
            }
            assertThat(client.out()).allMatch(line -> line.startsWith("{"));
        } finally {
            first.close();
        }
    }

    @Test
    void shouldEndWhenNobodyReadsItAnyMore() throws IOException, InterruptedException {
        try (Program client = Program.client(at, "--name", "bot9", "--json", "--follow");
                Person ann = Person.joins("ann9", server.port())) {
            client.types("/cmd\n");
            client.await("\"event\":\"commands\"");
            client.isNotReadAnyMore();
            // a read that was underway keeps the pipe open for what comes first, however much that is
            await().atMost(Inbox.PATIENCE).until(() -> {
                ann.types("anybody there?");
                return client.hasEnded();
            });
            assertThat(client.exitCode()).isEqualTo(1);
            assertThat(client.err()).isEmpty();
        }
    }
}
