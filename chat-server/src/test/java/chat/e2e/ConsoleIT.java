package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person does with the client on a terminal. */
class ConsoleIT extends ConsoleRehearsal {
    @Test
    void shouldCompleteWithTab() {
        try (Person bob = Person.joins("Bobby", port);
                Terminal ann = joins("cora")) {
            ann.typesOnly("/pri");
            ann.presses("Tab");
            ann.endsWith("cora> /private");
            ann.typesOnly("bo");
            ann.presses("Tab");
            ann.endsWith("cora> /private Bobby");
            ann.types("psst");
            bob.reads("cora(private): psst");
            ann.shows("you → Bobby (private): psst");
            ann.typesOnly("bob");
            ann.presses("Tab");
            ann.endsWith("cora> Bobby:");
            ann.typesOnly("and @bob");
            ann.presses("Tab");
            ann.endsWith("cora> Bobby: and @Bobby");
            ann.presses("C-c");
            ann.typesOnly("//th");
            ann.presses("Tab");
            ann.typesOnly("da");
            ann.presses("Tab");
            ann.presses("Enter");
            ann.shows("* The theme is dark from here on.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--bell", "--no-bell"})
    void shouldRingForOnesNameAndNotTooOften(String option) {
        List<String> command = client(port, "--name", "dora");
        if (option.equals("--no-bell")) {
            command.add(option);
        }
        try (Terminal dora = new Terminal(command);
                Person eve = Person.joins("eve", port)) {
            dora.shows("dora>");
            dora.shows("| lobby |");
            dora.records();
            for (String line : List.of("hello", "hi @dora", "Dora?", "last")) {
                eve.types(line);
            }
            dora.shows("eve  last");
            dora.shows("2 mentions");
            Awaitility.await().until(() -> dora.recordedText().contains("last"));
            long rings = dora.recordedText().chars().filter(c -> c == 7).count();
            assertThat(rings).isEqualTo(option.equals("--no-bell") ? 0 : 1);
            dora.typesOnly("x");
            dora.endsWith(status(2), "dora> x");
        }
    }

    @Test
    void shouldClearTheLineWithCtrlCAndLeaveWhenItIsPressedTwice() {
        try (Terminal finn = joins("finn")) {
            finn.typesOnly("never said");
            finn.endsWith("finn> never said");
            finn.presses("C-c");
            finn.endsWith(status(1), "finn>");
            finn.presses("C-c");
            finn.shows("Press Ctrl-C again to leave");
            finn.presses("C-c");
            finn.shows("You have left the chat");
            assertThat(finn.exitCode()).isZero();
            assertThat(finn.screen()).doesNotContain("never said", "finn>");
        }
    }

    @Test
    void shouldLeaveWithCtrlDOnAnEmptyLine() {
        try (Terminal gil = joins("gil")) {
            gil.types("bye");
            gil.shows("gil  bye");
            gil.presses("C-d");
            gil.shows("You have left the chat");
            assertThat(gil.exitCode()).isZero();
            assertThat(gil.screen()).doesNotContain("gil>");
        }
    }

    @Test
    void shouldLeaveTheTerminalAsItWasWhenItIsEndedFromOutside() {
        try (Terminal guy = joins("guy")) {
            guy.typesOnly("half");
            guy.endsWith("guy> half");
            guy.signal("java", "TERM");
            assertThat(guy.exitCode()).isEqualTo(143);
            assertThat(guy.screen()).doesNotContain("guy>", "| lobby");
        }
    }

    @Test
    void shouldAskBeforeAPasteOfManyLinesIsSent() {
        String lines =
                IntStream.rangeClosed(1, 30).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
        try (Person hal = Person.joins("hal", port);
                Terminal ina = joins("ina")) {
            ina.pastes(lines);
            ina.endsWith("Send 30 lines? [y/n]");
            ina.presses("n");
            ina.shows("line 29↵line 30");
            ina.presses("Enter");
            ina.endsWith("Send 30 lines? [y/n]");
            ina.presses("y");
            for (int i = 1; i <= 30; i++) {
                hal.reads("ina: line " + i);
            }
            ina.endsWith("ina>");
            ina.pastes("one\ntwo\n");
            hal.reads("ina: one");
            hal.reads("ina: two");
            ina.pastes("only one\n");
            ina.endsWith("ina> only one");
        }
    }

    @Test
    void shouldRememberLinesButNothingPrivate() throws IOException {
        try (Person bob = Person.joins("bob", port);
                Terminal jan = joins("jan")) {
            jan.types("for everybody");
            jan.types("/private bob for bob alone");
            jan.types("/login jan secret");
            bob.reads("jan: for everybody");
            bob.reads("jan(private): for bob alone");
            jan.shows("That name and password do not go together.");
            jan.endsWith("Password of jan:"); // it asks again
            jan.presses("Enter");
            jan.shows("No password was typed");
            jan.presses("Up");
            jan.endsWith("jan> /private bob for bob alone");
            jan.presses("Up");
            jan.endsWith("jan> for everybody");
            jan.presses("C-c");
            jan.presses("C-r");
            jan.typesOnly("every");
            jan.shows("jan> for everybody");
            String file = Files.readString(jan.state().resolve("chat-client/history"), UTF_8);
            assertThat(file).isEqualTo("for everybody\n");
        }
    }

    @Test
    void shouldKeepWhatIsTypedWhileTheServerIsAway() throws IOException, InterruptedException {
        try (Program first = Program.server("--port", "0", "--bind", "127.0.0.1")) {
            int itsPort = first.port();
            try (Terminal max = new Terminal(client(itsPort, "--name", "max"))) {
                max.shows("| lobby |");
                first.signal("KILL");
                max.shows("! Connection lost: ");
                max.types("typed meanwhile");
                max.types("and in order");
                max.shows("typed meanwhile (not sent yet)");
                max.shows("trying again in ");
                try (Program second = Program.server("--port", Integer.toString(itsPort), "--bind", "127.0.0.1");
                        Person nan = Person.joins("nan", second.port())) {
                    max.shows("max  and in order");
                    nan.reads("max: typed meanwhile");
                    nan.reads("max: and in order");
                    assertThat(max.allRows())
                            .filteredOn(row -> row.contains("! Connection lost"))
                            .hasSize(1);
                    assertThat(max.allRows())
                            .filteredOn(row -> row.contains("* Connected again after"))
                            .hasSize(1);
                    assertThat(max.screen()).doesNotContain("not sent yet");
                }
            }
        }
    }
}
