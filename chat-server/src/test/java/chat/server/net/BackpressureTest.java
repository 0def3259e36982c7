package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who does not read is not read from, costs little memory, and misses nothing when reading again. */
class BackpressureTest {
    /** The write watermark of a terminal that does not read, and one answer or round more. */
    private static final int BOUND = 1024 + 2048;

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldStopAnsweringWhoDoesNotRead() {
        bob.stopReading().send(questions(0, 500));
        assertThat(bob.channel().config().isAutoRead()).isFalse();
        assertThat(bob.waitingBytes()).isBetween(1024L, (long) BOUND);
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldAnswerEverythingInOrderOnceItIsRead() {
        bob.stopReading().send(questions(0, 500)).send(questions(500, 600));
        bob.startReading();
        assertThat(bob.lines()).containsExactlyElementsOf(answers(600));
        assertThat(bob.channel().config().isAutoRead()).isTrue();
        assertThat(bob.send(questions(0, 1)).lines()).containsExactlyElementsOf(answers(1));
    }

    @Test
    void shouldNotBeHeardByTheRoomUntilTheAnswersAreRead() {
        bob.stopReading().send(questions(0, 500) + "at last\n");
        assertThat(ann.lines()).isEmpty();
        bob.startReading();
        assertThat(ann.lines()).containsExactly("bob: at last");
    }

    @Test
    void shouldKeepLittleForSomebodyWhoDoesNotReadTheRoom() {
        bob.stopReading();
        List<String> said = say(2000);
        assertThat(bob.waitingBytes()).isBetween(1024L, (long) BOUND);
        bob.startReading();
        assertThat(bob.lines()).containsExactlyElementsOf(said);
    }

    @Test
    void shouldGoOnWithTheRoomAfterCatchingUp() {
        bob.stopReading();
        say(100);
        bob.startReading();
        bob.lines();
        ann.type("and now?");
        bob.type("fine");
        assertThat(bob.lines()).containsExactly("ann: and now?");
        assertThat(ann.lines()).containsExactly("bob: fine");
    }

    @Test
    void shouldTellHowManyMessagesTheLogNoLongerHas() {
        bob.stopReading();
        List<String> said = say(6000);
        bob.startReading();
        List<String> read = new ArrayList<>(bob.lines());
        int gap = IntStream.range(0, read.size())
                .filter(i -> read.get(i).startsWith("* "))
                .findFirst()
                .orElseThrow();
        int skipped = 6000 - (read.size() - 1);
        assertThat(skipped).isPositive();
        assertThat(read.get(gap)).isEqualTo("* " + skipped + " messages skipped");
        assertThat(read.subList(0, gap)).isEqualTo(said.subList(0, gap));
        assertThat(read.subList(gap + 1, read.size())).isEqualTo(said.subList(gap + skipped, 6000));
    }

    @Test
    void shouldHoldUpNobodyElse() {
        bob.stopReading();
        Terminal eve = chat.join("eve");
        assertThat(say(2000)).isEqualTo(eve.lines());
    }

    @Test
    void shouldKeepTheWritesOfOneReadTogether() {
        int before = bob.flushes();
        bob.send(questions(0, 100));
        assertThat(bob.flushes() - before).isLessThan(10);
    }

    @Test
    void shouldNotAnswerInterruptsThatNobodyReads() {
        bob.stopReading();
        byte[] packet = new byte[4096];
        for (int i = 0; i < packet.length; i += 2) {
            packet[i] = (byte) 255;
            packet[i + 1] = (byte) 244;
        }
        bob.send(packet);
        assertThat(bob.waitingBytes()).isLessThan(BOUND);
    }

    private List<String> say(int lines) {
        for (int i = 0; i < lines; i++) {
            ann.type("line " + i);
        }
        return IntStream.range(0, lines).mapToObj(i -> "ann: line " + i).toList();
    }

    private static String questions(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            lines.append("/allx").append(i).append('\n');
        }
        return lines.toString();
    }

    private static List<String> answers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "There is no command /allx" + i + "; did you mean /all? Type /cmd to see all commands.")
                .toList();
    }
}
