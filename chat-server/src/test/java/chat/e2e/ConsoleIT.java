package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client on a terminal, as a person sees it and types on it. */
class ConsoleIT {
    private static final List<String> TEXTS = List.of(
            "plain words",
            "日本語の文",
            "🎉 and 👨\u200d👩\u200d👧",
            "e\u0301 n\u0303 a\u0308",
            "a longer line that has to be wrapped at the edge of the screen, as it goes on and on until there");

    private static Program server;
    private static int port;

    @BeforeAll
    static void start() {
        server = Program.server("--port", "0", "--bind", "127.0.0.1", "--no-limits", "--replay", "0");
        port = server.port();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<String> client(int port, String... options) {
        List<String> arguments = new ArrayList<>(List.of("localhost", Integer.toString(port)));
        arguments.addAll(List.of(options));
        return Program.command(Program.thisJava(), "chat.client.jar", arguments.toArray(String[]::new));
    }

    private static Terminal joins(String name, String... variables) {
        Terminal terminal = new Terminal(client(port, "--name", name), List.of(variables));
        terminal.shows(name + ">");
        terminal.shows("| lobby |");
        return terminal;
    }

    private static String status(int people) {
        return " localhost:" + port + " | lobby | " + people + (people == 1 ? " person" : " people");
    }

    /** Says a line every 5 ms until closed. */
    private static final class Flood implements AutoCloseable {
        private final Person person = Person.joins("flo", port);
        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        private final AtomicInteger said = new AtomicInteger();

        Flood() {
            timer.scheduleAtFixedRate(this::say, 0, 5, TimeUnit.MILLISECONDS);
        }

        private void say() {
            int i = said.getAndIncrement();
            person.types(i + " " + TEXTS.get(i % TEXTS.size()));
        }

        int said() {
            return said.get();
        }

        @Override
        public void close() {
            timer.shutdown();
            try {
                assertThat(timer.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            person.close();
        }
    }

    @Test
    void shouldKeepAHalfTypedLineWholeWhileLinesPourIn() {
        try (Terminal ann = joins("ann")) {
            int last;
            String typed = "";
            try (Flood flood = new Flood()) {
                ann.shows("flo  20 ");
                for (String word : List.of("half ", "typed ", "日本語 ", "🎉 ", "e\u0301 n\u0303", " end")) {
                    int before = flood.said();
                    ann.typesOnly(word);
                    typed += word;
                    ann.endsWith(status(2), ("ann> " + typed).stripTrailing());
                    awaitMore(flood, before + 40);
                    ann.endsWith(status(2), ("ann> " + typed).stripTrailing());
                }
                assertThat(ann.cursor().get(0)).isEqualTo("ann> half typed ".length() + 7 + 3 + 3 + 4);
                ann.resizes(60, 20);
                awaitMore(flood, flood.said() + 40);
                ann.endsWith(status(2), "ann> " + typed);
                ann.resizes(100, 30);
                awaitMore(flood, flood.said() + 40);
                ann.endsWith(status(2), "ann> " + typed);
                last = flood.said() - 1;
            }
            ann.shows("flo left");
            ann.endsWith(status(1), "ann> " + typed);
            assertThat(numbersSaid(ann))
                    .containsExactlyElementsOf(IntStream.rangeClosed(
                                    0, Math.max(last, numbersSaid(ann).size() - 1))
                            .boxed()
                            .toList());
            assertThat(ann.allRows())
                    .filteredOn(row -> row.contains("half typed"))
                    .hasSize(1);
            assertThat(ann.allRows()).filteredOn(row -> row.contains("| lobby")).hasSize(1);

            ann.presses("Enter");
            ann.shows("ann  " + typed);
            ann.endsWith(status(1), "ann>");
        }
    }

    private static void awaitMore(Flood flood, int count) {
        Awaitility.await().pollInterval(20, TimeUnit.MILLISECONDS).until(() -> flood.said() > count);
    }

    private static List<Integer> numbersSaid(Terminal terminal) {
        Pattern said = Pattern.compile("^\\d\\d:\\d\\d flo  (\\d+) ");
        return terminal.allRows().stream()
                .map(said::matcher)
                .filter(Matcher::find)
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
    }

    @Test
    void shouldRedrawCleanlyWhenTheWindowIsResized() {
        try (Terminal bea = joins("bea")) {
            bea.types("said before");
            bea.shows("bea  said before");
            String typed =
                    "a half-typed line that takes more than one row of the screen, with 日本語 and so on until here";
            bea.typesOnly(typed);
            bea.endsWith(bottom(100, typed));
            int edge = status(1).length() + 1;
            for (int columns : List.of(60, edge, 40, edge - 1, 120, edge + 1, 33, 100)) {
                bea.resizes(columns, 20);
                bea.endsWith(bottom(columns, typed));
            }
            assertThat(bea.allRows()).filteredOn(row -> row.contains("| lobby")).hasSize(1);
            assertThat(bea.allRows())
                    .filteredOn(row -> row.contains("said before"))
                    .hasSize(1);
            assertThat(bea.rows().get(bea.rows().size() - 3)).endsWith("bea  said before");
        }
    }

    /** The rows of the prompt and what is typed, as a terminal breaks them. */
    private static String[] bottom(int columns, String typed) {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        int cells = 0;
        for (int c : ("bea> " + typed).codePoints().toArray()) {
            int width = c >= 0x3000 ? 2 : 1;
            if (cells + width > columns) {
                rows.add(row.toString().stripTrailing());
                row.setLength(0);
                cells = 0;
            }
            row.appendCodePoint(c);
            cells += width;
        }
        rows.add(row.toString());
        return rows.toArray(String[]::new);
    }

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
    void shouldWriteWordsAndNothingElseWhenPlain() {
        try (Person bob = Person.joins("bob", port);
                Terminal kim = new Terminal(client(port, "--plain"))) {
            kim.records();
            kim.shows("notice: Please type your name and press Enter.");
            kim.types("kim");
            kim.shows("You are kim.");
            bob.types("hi @kim");
            bob.types("/private kim psst");
            kim.shows("bob says: hi @kim");
            kim.shows("private from bob: psst");
            kim.types("/private nobody hi");
            kim.shows("error: ");
            kim.types("hi bob");
            bob.inbox();
            kim.types("/quit");
            kim.shows("notice: You have left the chat");
            assertThat(kim.exitCode()).isZero();
            assertThat(kim.recordedText()).doesNotContain("\u001b");
        }
    }

    @Test
    void shouldUseNoColourWhenAskedNotTo() {
        try (Person bob = Person.joins("bob", port);
                Terminal lea = new Terminal(client(port, "--name", "lea"), List.of("NO_COLOR=1"))) {
            lea.records();
            lea.shows("| lobby |");
            bob.types("hi @lea");
            bob.types("/private lea psst");
            lea.types("hi");
            lea.shows("bob  hi @lea");
            lea.shows("bob → you (private): psst");
            lea.shows("lea  hi");
            Awaitility.await().until(() -> lea.recordedText().contains("lea  hi"));
            assertThat(lea.recordedText()).doesNotContainPattern("\u001b\\[[0-9;]*[1-9][0-9;]*m");
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
