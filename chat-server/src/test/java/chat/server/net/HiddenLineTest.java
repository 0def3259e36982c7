package chat.server.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.CheapLogins;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What telnet is told while a password is typed. */
class HiddenLineTest {
    private static final String WILL = "\u00ff\u00fb\u0001";
    private static final String WONT = "\u00ff\u00fc\u0001";
    private static final String DO = "\u00ff\u00fd\u0001";
    private static final String NOT_SHOWN = "It is not shown as you type.\r\n";
    private static final String MAYBE = "telnet does not show it as you type; other programs may.\r\n";
    private static final String DONT = "\u00ff\u00fe\u0001";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.connect();

    @BeforeEach
    void register() {
        CheapLogins.register(chat.accounts(), "ann", "correct horse");
        ann.bytes();
    }

    private String send(String bytes) {
        ann.send(bytes.getBytes(ISO_8859_1));
        return new String(ann.bytes(), ISO_8859_1);
    }

    @Test
    void shouldHideWhatIsTypedAndEndTheLine() {
        assertThat(send("/login ann\r\n")).startsWith(WILL).endsWith(MAYBE);
        assertThat(send(DO)).isEmpty();
        assertThat(send("correct horse\r\n")).startsWith("\r\nName accepted").contains(WONT);
        assertThat(send(DONT)).isEmpty();
        assertThat(send(DO)).as("nobody has asked any more").isEqualTo(WONT);
    }

    @Test
    void shouldStayHiddenForTheSecondTime() {
        send("/login ann correct horse\r\n");
        assertThat(send("/password\r\n")).contains(WILL);
        send(DO);
        assertThat(send("correct horse\r\n"))
                .startsWith("\r\n")
                .contains("choose a password")
                .endsWith(NOT_SHOWN);
        assertThat(send("battery staple\r\n"))
                .startsWith("\r\n")
                .doesNotContain(WONT)
                .endsWith(NOT_SHOWN)
                .contains("once more");
        assertThat(send("battery staple\r\n")).contains(WONT).contains("has changed");
    }

    @Test
    void shouldWaitForTheAnswerBeforeTheNextWish() {
        assertThat(send("/login ann\r\n")).startsWith(WILL);
        assertThat(send("\r\n"))
                .as("typed before the answer came")
                .doesNotContain(WONT)
                .contains("nothing was done");
        assertThat(send(DO)).isEqualTo(WONT);
        assertThat(send(DONT)).isEmpty();
        assertThat(send("/login ann\r\n")).startsWith(WILL);
    }

    @Test
    void shouldTakeNoForAnAnswer() {
        assertThat(send("/login ann\r\n")).startsWith(WILL);
        assertThat(send(DONT)).isEmpty();
        assertThat(send("correct horse\r\n")).startsWith("Name accepted").doesNotContain(WONT);
        assertThat(send("/password\r\n")).endsWith("It is shown as you type.\r\n");
    }

    @Test
    void shouldNotClaimThatAProgramHidesItThatHasNotSaidSo() {
        send("/login ann correct horse\r\n");
        assertThat(send("/password\r\n")).endsWith(MAYBE);
        assertThat(send("correct horse\r\n")).endsWith(MAYBE);
    }

    @Test
    void shouldRememberThatATerminalHidesIt() {
        send("/login ann\r\n");
        send(DO);
        send("correct horse\r\n");
        send(DONT);
        assertThat(send("/password\r\n")).endsWith(NOT_SHOWN);
    }

    @Test
    void shouldStayHiddenHoweverLongItTakes() {
        send("/login ann\r\n");
        send(DO);
        chat.pass(3_600_000);
        assertThat(ann.bytes()).isEmpty();
        assertThat(send("correct horse\r\n")).contains(WONT).contains("Name accepted");
    }

    @Test
    void shouldGiveUpWithCtrlC() {
        send("/login ann\r\n");
        send(DO);
        assertThat(send("\u00ff\u00f4"))
                .contains(WONT)
                .contains("nothing was done")
                .doesNotContain("/quit");
    }

    @Test
    void shouldSendNothingOfTelnetToOthers() {
        assertThat(send("/login ann\n")).doesNotContain("\u00ff").endsWith("It is shown as you type.\n");
        assertThat(send("correct horse\n")).startsWith("Name accepted").doesNotContain("\u00ff");
    }
}
