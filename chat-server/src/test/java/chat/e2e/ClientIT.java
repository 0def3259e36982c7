package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console client as a filter: typed lines in, what the server says out. */
class ClientIT {
    private static Program server;
    private static String port;

    @BeforeAll
    static void start() {
        server = Program.server("--port", "0", "--no-limits", "--replay", "0");
        port = Integer.toString(server.port());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/all done\n/quit\n", "/all done\n", "done", "done\r\n/quit\r\n"})
    void shouldLoseNothingThatIsPiped(String input) throws InterruptedException {
        try (Person eve = Person.joins("eve", server.port());
                Program client = Program.client("localhost", port)) {
            client.isPiped("/setname bot\n" + input);

            eve.reads("bot: done");
            assertThat(client.exitCode()).isZero();
            assertThat(client.err()).isEmpty();
            assertThat(client.out())
                    .anyMatch(line -> line.startsWith("Name accepted: you are bot."))
                    .endsWith("You have left the chat");
            eve.types("/quit"); // frees the name before the next one comes
            eve.reads("You have left the chat");
        }
    }

    @Test
    void shouldKeepTheOrderOfAThousandLines() throws InterruptedException {
        try (Person fay = Person.joins("fay", server.port());
                Program client = Program.client("localhost", port)) {
            client.isPiped(IntStream.range(0, 1000)
                    .mapToObj(i -> "line " + i + "\n")
                    .collect(Collectors.joining("", "/setname poet\n", "")));

            for (int i = 0; i < 1000; i++) {
                fay.reads("poet: line " + i);
            }
            assertThat(client.exitCode()).isZero();
        }
    }

    @Test
    void shouldSayThatNobodyListens() throws IOException, InterruptedException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (Program client = Program.client("localhost", Integer.toString(free))) {
            assertThat(client.exitCode()).isEqualTo(1);
            assertThat(client.out()).isEmpty();
            assertThat(client.err())
                    .containsExactly("Cannot connect to localhost port " + free + ": no server is listening there.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM"})
    void shouldSayThatTheServerIsGone(String signal) throws IOException, InterruptedException {
        try (Program ending = Program.server("--port", "0");
                Program client = Program.client("localhost", Integer.toString(ending.port()))) {
            client.types("/setname ann\n");
            client.await("Name accepted");

            ending.signal(signal);

            assertThat(client.exitCode()).isEqualTo(1);
            assertThat(client.err()).hasSize(1);
            if (signal.equals("KILL")) {
                assertThat(client.err().get(0)).endsWith("was lost.");
            } else {
                assertThat(client.out()).endsWith("Server has been closed by host");
                assertThat(client.err()).containsExactly("The server has stopped.");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost x", "localhost 0", "localhost 65536", "localhost 1 extra", "--nonsense"})
    void shouldSayWhatIsWrongWithTheCommandLine(String arguments) throws InterruptedException {
        try (Program wrong = Program.client(arguments.split(" ", -1))) {
            assertThat(wrong.exitCode()).isEqualTo(2);
            assertThat(wrong.out()).isEmpty();
            assertThat(wrong.err().get(0)).contains(arguments.substring(arguments.lastIndexOf(' ') + 1));
        }
    }

    @Test
    void shouldExplainItself() throws InterruptedException {
        try (Program help = Program.client("--help");
                Program version = Program.client("--version")) {
            assertThat(help.exitCode()).isZero();
            assertThat(help.out().get(0)).startsWith("Usage: chat-client").contains("HOST", "PORT");
            assertThat(version.exitCode()).isZero();
            assertThat(version.out()).singleElement().asString().matches("chat-client \\d.*");
        }
    }
}
