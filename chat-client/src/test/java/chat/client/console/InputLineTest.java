package chat.client.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;

/** Keys in, lines out, on a terminal that is none. How it looks is seen on a real one in the end-to-end tests. */
class InputLineTest {
    private static final String PASTE = "\u001b[200~";
    private static final String END = "\u001b[201~";

    private final List<String> entered = new ArrayList<>();
    private int interrupts;

    private InputLine types(String keys) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(keys.getBytes(UTF_8));
        try (Terminal terminal = new ExternalTerminal("test", "xterm", in, new ByteArrayOutputStream(), UTF_8)) {
            terminal.setSize(Size.of(80, 24));
            InputLine line = new InputLine(terminal);
            line.read(new InputLine.Keys() {
                @Override
                public void begun() {
                    // nothing to start
                }

                @Override
                public void entered(String text) {
                    entered.add(text);
                }

                @Override
                public void interrupted() {
                    interrupts++;
                }

                @Override
                public void touched() {
                    // not counted
                }
            });
            return line;
        }
    }

    private static String lines(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "line " + i + "\r").collect(Collectors.joining());
    }

    @Test
    void shouldHandOverEachLine() throws IOException {
        types("one\rtwo!!\r \r\"three\r");
        assertThat(entered).containsExactly("one", "two!!", "\"three");
    }

    @Test
    void shouldEndWithCtrlDOnAnEmptyLine() throws IOException {
        types("one\r\u0004two\r");
        assertThat(entered).containsExactly("one");
    }

    @Test
    void shouldClearTheLineWithCtrlCAndBringItBackWithCtrlY() throws IOException {
        types("one\u0003two\r\u0019\r");
        assertThat(entered).containsExactly("two", "one");
        assertThat(interrupts).isZero();
    }

    @Test
    void shouldTellAboutCtrlCOnAnEmptyLine() throws IOException {
        types("\u0003\u0003");
        assertThat(interrupts).isEqualTo(2);
    }

    @Test
    void shouldBringBackWhatWasTypedButNoPassword() throws IOException {
        types("one\r/login ann secret\r\u0010\r"); // Ctrl-P
        assertThat(entered).containsExactly("one", "/login ann secret", "one");
    }

    @Test
    void shouldLetOnePastedLineBeLookedAt() throws IOException {
        types(PASTE + "one\r" + END + "!\r");
        assertThat(entered).containsExactly("one!");
    }

    @Test
    void shouldSendAFewPastedLinesAtOnce() throws IOException {
        types("say: " + PASTE + lines(3) + END);
        assertThat(entered).containsExactly("say: line 1", "line 2", "line 3");
    }

    @Test
    void shouldSendManyPastedLinesAfterAYesOnly() throws IOException {
        types(PASTE + lines(30) + END + "y");
        assertThat(entered).hasSize(30).startsWith("line 1").endsWith("line 30");
    }

    @Test
    void shouldGiveManyPastedLinesBackAfterANo() throws IOException {
        types(PASTE + lines(30) + END + "n");
        assertThat(entered).isEmpty();

        types(PASTE + lines(30) + END + "n\ry"); // Enter asks again
        assertThat(entered).hasSize(30);
    }

    @Test
    void shouldTakeAnotherPasteForNoAnswer() throws IOException {
        types(PASTE + lines(4) + END + PASTE + lines(2) + END + "y");
        assertThat(entered).hasSize(5).contains("line 4line 1");
    }
}
