package chat.client.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.reader.Reference;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in, lines out, on a terminal that is none. How it looks is seen on a real one in the end-to-end tests. */
class InputLineTest {
    private static final String PASTE = "\u001b[200~";
    private static final String END = "\u001b[201~";

    private final List<String> entered = new ArrayList<>();
    private final List<String> passwords = new ArrayList<>();
    private Consumer<InputLine> begun = input -> {};
    private BiConsumer<InputLine, String> given = (input, password) -> input.settlePassword();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private int interrupts;
    private int thrownAway;
    private int withheld;

    private InputLine types(String keys) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(keys.getBytes(UTF_8));
        Attributes attributes = new Attributes();
        attributes.setControlChar(ControlChar.VEOF, 4);
        try (Terminal terminal = new ExternalTerminal(
                null,
                "test",
                "xterm",
                in,
                screen,
                UTF_8,
                Terminal.SignalHandler.SIG_DFL,
                false,
                attributes,
                Size.of(80, 24))) {
            InputLine line = new InputLine(terminal);
            line.read(new InputLine.Keys() {
                @Override
                public void begun() {
                    begun.accept(line);
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
                public void password(char[] password) {
                    passwords.add(new String(password));
                    given.accept(line, new String(password));
                }

                @Override
                public void thrownAway() {
                    thrownAway++;
                }

                @Override
                public void withheld() {
                    withheld++;
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

    @Test
    void shouldTakeAPasswordApartFromLines() throws IOException {
        begun = input -> input.askPassword("Password of ann: ");
        types("hunter2\rhello\r\u0010\u0010\r\u0012hunt\r\u0019\u001f\r");
        assertThat(passwords).containsExactly("hunter2");
        assertThat(entered).first().isEqualTo("hello");
        assertThat(entered).noneMatch(line -> line.contains("hunter"));
        assertThat(screen.toString(UTF_8)).contains("Password of ann: *").doesNotContain("hunter");
    }

    @Test
    void shouldEraseAndClearInAPassword() throws IOException {
        begun = input -> input.askPassword("? ");
        types("xyz\u0015hunt\ud83d\ude00\u007fer3\b2\r");
        assertThat(passwords).containsExactly("hunter2");
        assertThat(entered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[A",
                "\u001bOA",
                "\u001b[15~",
                "\u001b[1;5C",
                "\t",
                "\u0012",
                "\u0019",
                "\u001bb",
                "\u001f"
            })
    void shouldMindNoOtherKeyInAPassword(String key) throws IOException {
        begun = input -> input.askPassword("? ");
        types("hunt" + key + "er2\r");
        assertThat(passwords).containsExactly("hunter2");
        assertThat(entered).isEmpty();
    }

    @Test
    void shouldTakeAPastedPasswordAsItIs() throws IOException {
        begun = input -> input.askPassword("? ");
        types(PASTE + " a  b \n" + END + PASTE + "two\nlines" + END + "\r");
        assertThat(passwords).containsExactly(" a  b ");
        assertThat(entered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "hunter2\u0003", "hunter2\u0004", "hunter2\u0007"})
    void shouldGiveUpAPassword(String keys) throws IOException {
        begun = input -> input.askPassword("? ");
        types(keys);
        assertThat(passwords).containsExactly("");
        assertThat(entered).isEmpty();
        assertThat(interrupts).isZero();
    }

    @Test
    void shouldPutTheLineBackThatWasHalfTyped() throws IOException {
        // the question comes while b is being read, and takes all that follows
        begun = input -> input.getWidgets().put("ask", () -> {
            input.askPassword("? ");
            return true;
        });
        Consumer<InputLine> widgets = begun;
        begun = input -> {
            widgets.accept(input);
            input.getKeyMaps().get("main").bind(new Reference("ask"), "\u0018?");
        };
        types("hello \u0018?hunter2\rworld\r\u0019\r");
        assertThat(passwords).containsExactly("hunter2");
        assertThat(entered).containsExactly("hello world");
    }

    @Test
    void shouldKeepWhatIsTypedBeforeTheNextQuestionForIt() throws IOException {
        begun = input -> input.askPassword("New: ");
        given = (input, password) -> {
            if (passwords.size() == 2) {
                input.settlePassword();
            }
        };
        types("hunter2\rhunt");
        assertThat(passwords).containsExactly("hunter2");
        assertThat(entered).isEmpty();
    }

    @Test
    void shouldAskAgainWhereTheFirstPasswordEnded() throws IOException {
        begun = input -> input.askPassword("New: ");
        given = (input, password) -> {
            if (passwords.size() == 1) {
                input.askPassword("Again: ");
            } else {
                input.settlePassword();
            }
        };
        types("hunter2\rhunter2\rhi\r");
        assertThat(passwords).containsExactly("hunter2", "hunter2");
        assertThat(entered).containsExactly("hi");
    }

    @Test
    void shouldLetGoWithEscOfWhatTheServerDoesNotAnswer() throws IOException {
        begun = InputLine::holdPassword;
        types("hunter2\u0003hi\r");
        assertThat(passwords).isEmpty();
        assertThat(entered).containsExactly("hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login ann\rhunter2\r", PASTE + "/login ann\rhunter2\r" + END})
    void shouldKeepForTheQuestionWhatComesRightBehindTheCommand(String keys) throws IOException {
        types("one\r" + keys + "\u0010\r");
        assertThat(entered).containsExactly("one", "/login ann", "one");
        assertThat(passwords).containsExactly("hunter2");
    }

    @Test
    void shouldSayThatHalfAPasswordIsGone() throws IOException {
        begun = InputLine::holdPassword;
        InputLine line = types("hunt");
        line.settlePassword();
        assertThat(thrownAway).isEqualTo(1);
        assertThat(entered).isEmpty();
    }

    @Test
    void shouldNeitherHandOverNorRememberALineThatMayBeAPassword() throws IOException {
        begun = InputLine::withholdLine;
        types("hunter2\rhello\r\u0010\u0010\r"); // Ctrl-P
        assertThat(entered).containsExactly("hello", "hello");
        assertThat(withheld).isEqualTo(1);
    }

    @Test
    void shouldWithholdAllThatIsPastedAtOnce() throws IOException {
        begun = InputLine::withholdLine;
        types(PASTE + "hunter2\nhunter2\n" + END + "hello\r");
        assertThat(entered).containsExactly("hello");
        assertThat(withheld).isEqualTo(1);
    }

    @Test
    void shouldWithholdNoCommandNorWhatFollowsOne() throws IOException {
        begun = InputLine::withholdLine;
        types("\r/rooms\rhello\r");
        assertThat(entered).containsExactly("/rooms", "hello");
        assertThat(withheld).isZero();
    }

    @Test
    void shouldLoseWhatWasTypedBehindARefusedPassword() throws IOException {
        begun = input -> input.askPassword("? ");
        given = (input, password) -> {
            if (passwords.size() == 1) {
                input.holdPassword();
                begin(input);
            } else {
                input.settlePassword();
            }
        };
        types("short\rhunter2\r");
        assertThat(passwords).containsExactly("short", "hunter2");
    }

    private static void begin(InputLine input) {
        input.holdPasswordAnew();
        input.askPassword("? ");
    }
}
