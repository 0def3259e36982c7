package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's command line and what it prints. */
class ServerIT {
    private static Program server;

    @BeforeAll
    static void start() {
        server = Program.server("--port", "0");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldPrintThePortItPicked() {
        assertThat(server.port()).isPositive();
        assertThat(server.await("Listening on")).contains("Join with: telnet localhost " + server.port());
    }

    @Test
    void shouldPrintWhoComesAndGoes() {
        try (Person ann = Person.joins("ann", server.port())) {
            assertThat(server.await("User has joined"))
                    .matches(".* User has joined from 127.0.0.1:\\d+, active users: 1");
            assertThat(server.await("ann")).endsWith("is now ann");
            try (Person bob = Person.joins("bob", server.port())) {
                assertThat(server.await("active users: 2")).contains("User has joined");
                bob.types("/quit");
                assertThat(server.await("bob has left")).endsWith("active users: 1");
            }
            ann.types("/setname amy");
            assertThat(server.await("ann is now amy")).isNotEmpty();
        }
        assertThat(server.await("amy has left")).endsWith("active users: 0");

        Person.connects("nobody", server.port(), Person.LF).close();
        assertThat(server.await("An unnamed user has left")).endsWith("active users: 0");
        assertThat(server.out()).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*"));
        assertThat(server.err()).isEmpty();
    }

    @Test
    void shouldSayThatAPortIsInUse() throws InterruptedException {
        String port = Integer.toString(server.port());
        try (Program second = Program.server("--port", port)) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.out()).isEmpty();
            assertThat(second.err()).singleElement().asString().startsWith("Port " + port + " is already in use.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=x",
                "--port=70000",
                "--port=-1",
                "--loops=0",
                "--nonsense",
                "8090",
                "--max-connections=0",
                "--max-connections-per-address=-5",
                "--connect-rate=5",
                "--exempt=localhost",
                "--name-timeout=120",
                "--peer-timeout=1s",
                "--line-rate=5/s",
                "--flood-patience=soon",
                "--name-rate=0+1/s",
                "--private-rate=1+1/week",
                "--failure-rate=",
                "--max-pending=64",
            })
    void shouldSayWhatIsWrongWithTheCommandLine(String argument) throws InterruptedException {
        try (Program wrong = Program.server(argument)) {
            assertThat(wrong.exitCode()).isEqualTo(2);
            assertThat(wrong.out()).isEmpty();
            String[] words = argument.split("=", -1);
            assertThat(wrong.err().get(0)).doesNotContain("Exception");
            assertThat(wrong.err().get(0)).contains(words[0]).contains(words[words.length - 1]);
        }
    }

    @Test
    void shouldWarnOnceThatThereAreNoLimits() {
        try (Program free = Program.server("--port", "0", "--bind", "127.0.0.1", "--no-limits");
                Person ann = Person.joins("ann", free.port())) {
            ann.roundTrip();
            assertThat(free.out().stream().filter(line -> line.contains("WARN")))
                    .singleElement()
                    .asString()
                    .endsWith(
                            "All limits on connections, lines, names and unsent output are lifted: do not leave this server on an open port");
        }
    }

    @Test
    void shouldExplainItself() throws InterruptedException {
        try (Program help = Program.server("--help");
                Program version = Program.server("--version")) {
            assertThat(help.exitCode()).isZero();
            assertThat(String.join("\n", help.out())).contains("Usage: chat-server", "--port", "--bind", "--loops");
            assertThat(version.exitCode()).isZero();
            assertThat(version.out()).singleElement().asString().matches("chat-server \\d.*");
        }
    }
}
