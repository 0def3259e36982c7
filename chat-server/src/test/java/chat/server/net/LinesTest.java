package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.Limits;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lines may be made of. */
class LinesTest {
    private static final String LONGEST = "x".repeat(Limits.MAX_LINE_BYTES);
    private static final String TOO_LONG =
            "That line was not sent: it is longer than 4096 bytes. Please send it in several lines.";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private Terminal ann;
    private Terminal bob;

    @BeforeEach
    void join() {
        ann = chat.join("ann");
        bob = chat.join("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r\0"})
    void shouldTakeALineOfExactlyTheLimitWhereverItsEndIsSplit(String end) {
        String line = LONGEST + end;
        for (int cut = Limits.MAX_LINE_BYTES - 1; cut < line.length(); cut++) {
            ann.send(line.substring(0, cut)).send(line.substring(cut));
            assertThat(ann.lines()).as("cut at %d", cut).isEmpty();
            assertThat(bob.lines()).as("cut at %d", cut).containsExactly("ann: " + LONGEST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r\0"})
    void shouldRefuseALongerLineOnceAndGoOn(String end) {
        ann.send(LONGEST + "y" + end);
        assertThat(ann.lines()).containsExactly(TOO_LONG);
        ann.send(LONGEST).send(LONGEST).send("\r").send("/quit" + LONGEST).send("/quit" + end);
        assertThat(ann.lines()).containsExactly(TOO_LONG);
        ann.type("short");
        assertThat(ann.lines()).isEmpty();
        assertThat(bob.lines()).containsExactly("ann: short");
    }

    @Test
    void shouldHearTheLinesAroundOneThatIsTooLong() {
        ann.send("before\n" + LONGEST + "y\nafter\n");
        assertThat(ann.lines()).containsExactly(TOO_LONG);
        assertThat(bob.lines()).containsExactly("ann: before", "ann: after");
    }

    @Test
    void shouldHearCompleteLinesAtOnceThoughTheRestIsAtTheLimit() {
        ann.send("first\n" + "x".repeat(Limits.MAX_LINE_BYTES - 6) + "\r");
        assertThat(bob.lines()).containsExactly("ann: first");
    }

    @Test
    void shouldCountBytesAndNotLetters() {
        String longest = "é".repeat(Limits.MAX_LINE_BYTES / 2);
        ann.type(longest);
        assertThat(bob.lines()).containsExactly("ann: " + longest);
        ann.type(longest + "e");
        assertThat(ann.lines()).containsExactly(TOO_LONG);
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldReplaceInvalidUtf8AndGoOn() {
        ann.send(new byte[] {'a', (byte) 0xc3, '(', (byte) 0x80, (byte) 0xfe, '\n'})
                .type("grüße");
        assertThat(ann.lines()).isEmpty();
        assertThat(bob.lines()).containsExactly("ann: a\ufffd(\ufffd\ufffd", "ann: grüße");
    }

    @Test
    void shouldPutLettersTogetherThatPacketsTakeApart() {
        byte[] line = "👍 grüße\n".getBytes(StandardCharsets.UTF_8);
        for (byte b : line) {
            ann.send(new byte[] {b});
        }
        assertThat(bob.lines()).containsExactly("ann: 👍 grüße");
    }

    @Test
    void shouldLetNothingThroughThatCouldHarmATerminal() {
        ann.type("\u001b[2Jclear", "\u009b2J", "a\u202eb", "/private bob \u001b]0;x\u0007hi", "/all a\u0000\u0008b");
        assertThat(bob.lines()).containsExactly("ann: clear", "ann: ab", "ann(private): hi", "ann: ab");
    }

    @Test
    void shouldShowNobodyTelnetsOwnBytes() {
        byte[] resized = {(byte) 255, (byte) 250, 31, 0, 80, 0, 24, (byte) 255, (byte) 240};
        ann.send("hel").send(resized).send("lo\r\0");
        assertThat(bob.lines()).containsExactly("ann: hello");
        assertThat(ann.lines()).isEmpty();
    }

    @Test
    void shouldTellHowToLeaveOnCtrlC() {
        ann.send(new byte[] {(byte) 255, (byte) 244});
        assertThat(ann.lines()).containsExactly("* To leave, type /quit and press Enter.");
    }

    @ParameterizedTest
    @ValueSource(strings = {" /allusers", "\t/allusers", "   \t /allusers", "/ALLUSERS", "/allusers  "})
    void shouldTakeACommandThatSlippedByAColumn(String line) {
        assertThat(ann.type(line).lines()).containsExactly("2 people in lobby: ann, bob");
        assertThat(bob.lines()).isEmpty();
    }
}
