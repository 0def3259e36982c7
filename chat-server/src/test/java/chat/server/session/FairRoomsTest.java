package chat.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who reads slowly reads all their rooms: a busy one does not keep the others from them. */
class FairRoomsTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldReadAQuietRoomWhileABusyOneHasMuchToSay() {
        goTo("quiet");
        goTo("busy");
        ann.readSlowly();
        for (int i = 0; i < 500; i++) {
            bob.type("busy " + i + " " + "x".repeat(200));
        }
        bob.type("/room quiet", "psst");

        StringBuilder read = new StringBuilder();
        int bytes = 0;
        while (!read.toString().contains("[quiet] bob: psst") && bytes < 100_000) {
            bob.type("/room busy", "and one more");
            read.append(ann.read(1000).text());
            bytes += 1000;
        }

        assertThat(bytes).as("read until then").isLessThan(10_000);
    }

    @Test
    void shouldLoseNothingOfEither() {
        goTo("one");
        goTo("two");
        ann.readSlowly();
        for (int i = 0; i < 300; i++) {
            bob.type(i % 3 == 0 ? "/room one" : "/room two", "text " + i);
        }
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            read.append(ann.read(300).text());
            if (i % 10 == 0) {
                ann.type("/topic"); // an answer comes in between, and takes nobody's turn
            }
        }
        ann.startReading();
        read.append(ann.text());

        List<String> lines = read.toString().lines().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("[one] bob: text ")))
                .hasSize(100)
                .isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
        assertThat(lines.stream().filter(line -> line.startsWith("bob: text ")))
                .hasSize(200)
                .isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
    }

    private static int number(String line) {
        return Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
    }

    private void goTo(String room) {
        ann.type("/join " + room);
        bob.type("/join " + room);
        chat.pass(1000);
        ann.lines();
        bob.lines();
    }
}
