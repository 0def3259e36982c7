package chat.server.net.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.Limits;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which frames are taken, byte by byte, and how the others are refused. */
class FrameConformanceTest {
    private static final int FINAL = 0x80;

    private final EmbeddedChat chat = new EmbeddedChat();

    @AfterEach
    void leave() {
        chat.close();
    }

    static Stream<Arguments> refused() {
        byte[] hello = "hello".getBytes(UTF_8);
        return Stream.of(
                Arguments.of("without a mask", 1002, Frames.unmasked(FINAL | Frames.TEXT, hello)),
                Arguments.of("first reserved bit", 1002, Frames.frame(0xC0 | Frames.TEXT, hello)),
                Arguments.of("second reserved bit", 1002, Frames.frame(0xA0 | Frames.TEXT, hello)),
                Arguments.of("third reserved bit", 1002, Frames.frame(0x90 | Frames.TEXT, hello)),
                Arguments.of("reserved kind of data", 1002, Frames.last(3, hello)),
                Arguments.of("reserved kind of control", 1002, Frames.last(11, hello)),
                Arguments.of("control frame in parts", 1002, Frames.frame(Frames.PING, hello)),
                Arguments.of("ping longer than 125 bytes", 1002, Frames.last(Frames.PING, new byte[126])),
                Arguments.of("continuation of nothing", 1002, Frames.last(Frames.CONTINUATION, hello)),
                Arguments.of("closing frame of one byte", 1002, Frames.last(Frames.CLOSE, (byte) 3)),
                Arguments.of("closing frame with a status that is none", 1002, Frames.close(1005)),
                Arguments.of("length not written shortest", 1002, new byte[] {(byte) 0x81, (byte) 0xfe, 0, 5}),
                Arguments.of("binary", 1003, Frames.last(Frames.BINARY, hello)),
                Arguments.of("no UTF-8", 1007, Frames.last(Frames.TEXT, (byte) 0xc3, (byte) 0x28)),
                Arguments.of(
                        "a character that ends too early", 1007, Frames.last(Frames.TEXT, (byte) 0xe2, (byte) 0x82)),
                Arguments.of(
                        "longer than 16 KiB", 1009, Frames.last(Frames.TEXT, new byte[SocketRequest.MOST_BYTES + 1])));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void shouldTellWhyItEndsTheConnection(String what, int status, byte[] frame) {
        WebTerminal ann = WebTerminal.join(chat, "ann");
        Terminal bob = chat.join("bob");
        ann.read();
        ann.send(frame);
        List<Frames.Frame> answer = ann.read();
        assertThat(answer).as("%s", answer).hasSize(1);
        assertThat(answer.get(0).opcode()).isEqualTo(Frames.CLOSE);
        assertThat(answer.get(0).status()).isEqualTo(status);
        bob.type("hello");
        ann.type("still here?");
        chat.pass(1000);
        assertThat(ann.read()).as("nothing follows a closing frame").isEmpty();
        assertThat(ann.isOpen()).isFalse();
        assertThat(bob.text()).contains("* ann left").doesNotContain("still here");
    }

    @Test
    void shouldTakeAMessageInParts() {
        Terminal bob = chat.join("bob");
        WebTerminal.join(chat, "ann")
                .send(
                        Frames.part(Frames.TEXT, "hel"),
                        Frames.part(Frames.CONTINUATION, ""),
                        Frames.part(Frames.CONTINUATION, "lo b"),
                        Frames.last(Frames.CONTINUATION, "ob".getBytes(UTF_8)));
        assertThat(bob.text()).contains("ann: hello bob");
    }

    @Test
    void shouldTakeACharacterThatIsCutByTheEndOfAPart() {
        Terminal bob = chat.join("bob");
        byte[] euro = "€".getBytes(UTF_8);
        WebTerminal.join(chat, "ann")
                .send(Frames.frame(Frames.TEXT, Arrays.copyOf(euro, 2)), Frames.last(Frames.CONTINUATION, euro[2]));
        assertThat(bob.text()).contains("ann: €");
    }

    @Test
    void shouldAnswerAPingBetweenTheParts() {
        Terminal bob = chat.join("bob");
        WebTerminal ann = WebTerminal.join(chat, "ann");
        ann.send(
                Frames.part(Frames.TEXT, "hel"),
                Frames.last(Frames.PING, "1".getBytes(UTF_8)),
                Frames.last(Frames.CONTINUATION, "lo".getBytes(UTF_8)));
        assertThat(ann.text()).startsWith("pong 1\n");
        assertThat(bob.text()).contains("ann: hello");
    }

    @Test
    void shouldRefuseAMessageWhosePartsAreTooLong() {
        WebTerminal ann = WebTerminal.join(chat, "ann");
        String half = "x".repeat(SocketRequest.MOST_BYTES / 2 + 1);
        ann.send(Frames.part(Frames.TEXT, half)).send(Frames.part(Frames.CONTINUATION, half));
        assertThat(ann.text()).endsWith("close 1009");
    }

    @Test
    void shouldTakeWholeLinesOfAMessageThatHasNotEnded() {
        WebTerminal ann = WebTerminal.join(chat, "ann");
        Terminal bob = chat.join("bob");
        ann.send(Frames.part(Frames.TEXT, "one\ntw"), Frames.part(Frames.CONTINUATION, "o\n"));
        assertThat(bob.lines()).containsExactly("ann: one", "ann: two");
        ann.send(Frames.last(Frames.CONTINUATION), Frames.text("three"));
        assertThat(bob.lines()).containsExactly("ann: three");
    }

    @Test
    void shouldKeepLittleOfAMessageThatNeverEnds() {
        WebTerminal ann = WebTerminal.join(chat, "ann");
        ann.send(Frames.part(Frames.TEXT, "x".repeat(SocketRequest.MOST_BYTES / 2)));
        assertThat(ann.text()).contains("line-too-long");
        assertThat(ann.isOpen()).isTrue();
    }

    @Test
    void shouldTakeBytesHoweverTheyArePacked() {
        Terminal bob = chat.join("bob");
        WebTerminal ann = WebTerminal.join(chat, "ann");
        for (byte b : Frames.text("hello")) {
            ann.send(new byte[] {b});
        }
        assertThat(bob.text()).contains("ann: hello");
    }

    @Test
    void shouldCutWhoDoesNotWaitForTheHandshake() {
        Terminal ann = WebTerminal.http(chat);
        byte[] handshake = WebTerminal.HANDSHAKE.getBytes(UTF_8);
        byte[] name = Frames.text("/setname ann");
        byte[] packet = Arrays.copyOf(handshake, handshake.length + name.length);
        System.arraycopy(name, 0, packet, handshake.length, name.length);
        ann.send(packet);
        assertThat(ann.text()).as("nothing is lost without a word").isEmpty();
        assertThat(ann.channel().isOpen()).isFalse();
    }

    @Test
    void shouldEndALineWithItsMessage() {
        WebTerminal ann = WebTerminal.join(chat, "ann");
        Terminal bob = chat.join("bob");
        ann.type("one", "two\n", "three\r\n", "", "four\nfive\r\nsix", "\n");
        assertThat(bob.lines())
                .containsExactly("ann: one", "ann: two", "ann: three", "ann: four", "ann: five", "ann: six");
    }

    @Test
    void shouldRefuseALineThatIsTooLongWithTheSentenceThatEverybodyReads() {
        WebTerminal ann = WebTerminal.join(chat, "ann");
        ann.type("x".repeat(Limits.MAX_LINE_BYTES + 1), "@1 /ping");
        assertThat(ann.text())
                .contains("That line was not sent: it is longer than 4096 bytes. Please send it in several lines.")
                .contains("\"event\":\"pong\",\"tag\":\"1\"");
        assertThat(ann.isOpen()).isTrue();
    }

    @Test
    void shouldTakeALineOfTheLimit() {
        Terminal bob = chat.join("bob");
        WebTerminal.join(chat, "ann").type("x".repeat(Limits.MAX_LINE_BYTES));
        assertThat(bob.text()).contains("ann: " + "x".repeat(Limits.MAX_LINE_BYTES));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 3000, 4999})
    void shouldAnswerAClosingFrameAndClose(int status) {
        Terminal bob = chat.join("bob");
        WebTerminal ann = WebTerminal.join(chat, "ann");
        ann.send(Frames.text("bye"), Frames.close(status), Frames.text("no more"));
        List<Frames.Frame> answer = ann.read();
        assertThat(answer.get(answer.size() - 1)).hasToString("close " + status);
        assertThat(ann.isOpen()).isFalse();
        chat.pass(1000);
        assertThat(bob.text()).contains("ann: bye").contains("* ann left").doesNotContain("no more");
    }

    @Test
    void shouldSayNothingAgainThatMayNotBeSent() {
        WebTerminal ann = WebTerminal.join(chat, "ann");
        byte[] cut = {(byte) (1000 >> 8), (byte) 1000, (byte) 0xe2, (byte) 0x82};
        ann.send(Frames.last(Frames.CLOSE, cut));
        assertThat(ann.read())
                .singleElement()
                .satisfies(frame -> assertThat(frame.content().remaining())
                        .as("no reason that is no UTF-8")
                        .isEqualTo(2));
        WebTerminal bob = WebTerminal.join(chat, "bob");
        bob.send(Frames.close(5000));
        assertThat(bob.text()).as("highest is 4999").isEqualTo("close 1002");
    }

    @Test
    void shouldCloseThoughItsClosingFrameIsNotTaken() {
        WebTerminal ann = WebTerminal.join(chat, "ann");
        ann.terminal().stopReading();
        ann.send(Frames.close(1000));
        chat.pass(1000);
        assertThat(ann.isOpen()).isFalse();
    }

    @Test
    void shouldKeepNoPongsForWhoDoesNotRead() {
        WebTerminal ann = WebTerminal.join(chat, "ann");
        ann.terminal().stopReading();
        for (int i = 0; i < 1000; i++) {
            ann.send(Frames.last(Frames.PING, new byte[125]));
        }
        assertThat(ann.terminal().waitingBytes()).isLessThan(4096);
    }

    /** Whatever comes behind the handshake ends in a closing frame or in lines, and never in a mistake of ours. */
    @Test
    void shouldSurviveAnyBytes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            WebTerminal eve = WebTerminal.open(chat);
            for (int j = 0; j < 3; j++) {
                byte[] content = new byte[random.nextInt(300)];
                random.nextBytes(content);
                eve.send(random.nextInt(3) == 0 ? content : Frames.frame(random.nextInt(256), content));
            }
            assertThat(eve.text()).as("seed %s", seed).doesNotContain("server-error");
        }
    }

    @Test
    void shouldAskWhoIsSilentAndLetGoOfWhoDoesNotAnswer() {
        Terminal bob = chat.join("bob");
        WebTerminal ann = WebTerminal.join(chat, "ann");
        ann.type("hello").text();
        chat.pass(Heartbeat.SECONDS * 1000 - 1);
        assertThat(ann.text()).isEmpty();
        chat.pass(1);
        assertThat(ann.text()).isEqualTo("ping");
        assertThat(ann.isOpen()).isTrue();
        chat.pass(Heartbeat.SECONDS * 1000);
        assertThat(ann.isOpen()).isFalse();
        chat.pass(1000);
        assertThat(bob.text()).contains("* ann left");
    }

    @Test
    void shouldKeepWhoAnswers() {
        WebTerminal ann = WebTerminal.join(chat, "ann");
        ann.type("hello").text();
        for (int i = 0; i < 10; i++) {
            chat.pass(Heartbeat.SECONDS * 1000);
            assertThat(ann.text()).as("each time, for the proxies in between").isEqualTo("ping");
            ann.send(Frames.last(Frames.PONG));
        }
        assertThat(ann.isOpen()).isTrue();
    }
}
