package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.limit.LimitSettings;
import chat.server.limit.PaceLimits;
import chat.server.limit.Rate;
import chat.server.room.StoreWith;
import chat.server.session.Session;
import chat.server.session.Stage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is said faster than it may be, and then the connection is closed: some of it is still said. */
class LastLinesTest {
    private static final LimitSettings LIMITS =
            LimitSettings.none().withPace(PaceLimits.none().withLines(Rate.parse("40+5/s")));

    /** How many sessions may be there without a connection. */
    private static final int MOST_LINGERING = 256;

    /** Whether the next one that says something meets a mistake of ours. */
    private boolean broken;

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat(
            LIMITS,
            clock -> new StoreWith(clock, journal -> (draft, receipt) -> {
                if (broken) {
                    broken = false;
                    throw new IllegalStateException("on purpose");
                }
                journal.append(draft, receipt);
            }));

    private final Terminal bob = chat.join("bob");

    @Test
    void shouldTakeLinesAtTheirPaceFromWhoHasLeftButNotEndlessly() {
        Session session = leaveBehind("ann", lines("line ", 5000));
        assertThat(session.intake().isOpen())
                .as("whether the rest is looked at, too")
                .isFalse();
        pass(11_000);
        assertThat(session.stage()).isEqualTo(Stage.NAMED);
        pass(2000);
        assertThat(session.stage()).isEqualTo(Stage.ENDED);
        List<String> heard = bob.lines();
        assertThat(heard).hasSizeBetween(99, 103).startsWith("* ann joined").endsWith("* ann left");
        assertThat(heard.subList(1, heard.size() - 1))
                .containsExactlyElementsOf(IntStream.range(0, heard.size() - 2)
                        .mapToObj(i -> "ann: line " + i)
                        .toList());
    }

    @Test
    void shouldKeepFewerLinesOfWhoHasLeftIfTheyAreLong() {
        leaveBehind("ann", lines("x".repeat(4000), 100));
        pass(20_000);
        assertThat(bob.lines()).hasSizeBetween(39 + 16, 43 + 16).endsWith("* ann left");
    }

    @Test
    void shouldKeepNothingOfTheNextWhenManyHaveLeftLinesBehind() {
        List<Session> left = IntStream.range(0, MOST_LINGERING + 44)
                .mapToObj(i -> leaveBehind("g" + i, lines("", 60)))
                .toList();
        assertThat(left)
                .filteredOn(session -> session.stage() != Stage.ENDED)
                .containsExactlyElementsOf(left.subList(0, MOST_LINGERING));
        pass(20_000);
        assertThat(left).allMatch(session -> session.stage() == Stage.ENDED);
        assertThat(leaveBehind("ann", lines("", 60)).stage())
                .as("with room again")
                .isEqualTo(Stage.NAMED);
    }

    @Test
    void shouldEndASessionWhoseLastLinesCannotBeTaken() {
        Session session = leaveBehind("ann", lines("line ", 60));
        broken = true;
        pass(1000);
        assertThat(session.stage()).isEqualTo(Stage.ENDED);
        assertThat(bob.lines()).endsWith("* ann left");
    }

    /** Somebody connects, takes a name, sends lines and is gone. */
    private Session leaveBehind(String name, String lines) {
        Terminal terminal = chat.connect();
        terminal.send("/setname " + name + "\n" + lines);
        Session session = terminal.session();
        terminal.channel().pipeline().close(); // its own close() cancels what is due later
        terminal.text();
        return session;
    }

    /** Lets time pass as it does, and not in one jump. */
    private void pass(int millis) {
        for (int i = 0; i < millis; i += 100) {
            chat.pass(100);
        }
    }

    private static String lines(String text, int count) {
        return IntStream.range(0, count).mapToObj(i -> text + i + "\n").reduce("", String::concat);
    }
}
