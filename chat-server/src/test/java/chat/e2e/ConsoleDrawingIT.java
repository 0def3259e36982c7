package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a person sees of the client on a terminal, whatever comes in. */
class ConsoleDrawingIT extends ConsoleRehearsal {
    private static final List<String> TEXTS = List.of(
            "plain words",
            "日本語の文",
            "🎉 and 👨\u200d👩\u200d👧",
            "e\u0301 n\u0303 a\u0308",
            "a longer line that has to be wrapped at the edge of the screen, as it goes on and on until there");

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
}
