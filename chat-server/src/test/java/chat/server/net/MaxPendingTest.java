package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.Limits;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.limit.LimitSettings;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What waits for all sessions together stays below a ceiling, and nobody misses anything for it. */
class MaxPendingTest {
    private static final int CEILING = 1 << 20;
    private static final int CROWD = 60;

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat(LimitSettings.none().withMaxPendingBytes(CEILING));

    private final Terminal ann = chat.join("ann");

    @Test
    void shouldKeepLessForEachWhenMany() {
        List<Terminal> crowd = crowd();
        int said = 0;
        for (; said < 150; said++) {
            ann.type(line(said));
        }
        assertThat(waiting(crowd)).isBetween(CEILING / 2L, (long) CEILING);

        crowd.forEach(Terminal::startReading);
        List<String> everything =
                IntStream.range(0, said).mapToObj(i -> "ann: " + line(i)).toList();
        for (Terminal terminal : crowd) {
            assertThat(terminal.lines()).containsExactlyElementsOf(everything);
        }
    }

    @Test
    void shouldGiveFullSharesAgainAfterwards() {
        List<Terminal> crowd = crowd();
        for (int i = 0; i < 150; i++) {
            ann.type(line(i));
        }
        crowd.forEach(Terminal::startReading);
        crowd.forEach(Terminal::text);
        chat.pass(1000);
        Terminal one = crowd.get(0);
        one.holdBack();
        for (int i = 0; i < 150; i++) {
            ann.type(line(i));
        }
        assertThat(one.waitingBytes()).isBetween(60L * 1024, 80L * 1024);
    }

    @Test
    void shouldNotGiveALongAnswerThatThereIsNoRoomFor() {
        crowd();
        for (int i = 0; i < 180; i++) {
            chat.connect().type("/setname a-rather-long-name-" + i);
        }
        for (int i = 0; i < 150; i++) {
            ann.type(line(i));
        }
        chat.pass(1000);
        ann.text();
        ann.type("/allusers");
        assertThat(ann.lines())
                .containsExactly(
                        "The server has too much to send for an answer as long as this one. Please try again in"
                                + " a minute.");
        ann.type("/cmd quit");
        assertThat(ann.lines()).first().asString().startsWith("/quit - ");
    }

    @Test
    void shouldForgetWhoIsGone() {
        List<Terminal> crowd = crowd();
        for (int i = 0; i < 150; i++) {
            ann.type(line(i));
        }
        crowd.forEach(Terminal::hangUp);
        Terminal eve = chat.join("eve");
        eve.type("/allusers");
        assertThat(eve.lines()).containsExactly("2 people in lobby: ann, eve");
    }

    /** People who have stopped reading. */
    private List<Terminal> crowd() {
        List<Terminal> crowd =
                IntStream.range(0, CROWD).mapToObj(i -> chat.join("c" + i)).toList();
        crowd.forEach(Terminal::holdBack);
        ann.text();
        return crowd;
    }

    private static long waiting(List<Terminal> crowd) {
        return crowd.stream().mapToLong(Terminal::waitingBytes).sum();
    }

    private static String line(int number) {
        return number + "x".repeat(Limits.MAX_LINE_BYTES / 4);
    }
}
