package chat.client.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.client.link.Farewell;
import chat.client.link.LinkState;
import chat.client.link.LinkState.Dialect;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a script tells and does when there is no connection, or none any more. */
class LostScriptTest extends ScriptRehearsal {
    @Test
    void shouldTellWhyThereIsNoConnection() throws Exception {
        server = link -> link.onStart(l -> l.end(Farewell.How.REFUSED, "Cannot connect to localhost port 1: no."));
        assertThat(send(LineForm.SAID, "hi")).isFalse();
        assertThat(err()).isEqualTo("Cannot connect to localhost port 1: no.\n");
    }

    @Test
    void shouldTellTheLinesThatWereNotTakenBeforeTheConnectionWasLost() throws Exception {
        server = link -> link.answers("hi", SAID);
        assertThat(pipe(LineForm.TYPED, "hi\nho\n")).isFalse();
        assertThat(err()).isEqualTo("Not taken: ho (nobody says what to answer)\n");
    }

    @Test
    void shouldGiveUpWhenThereIsNoConnectionInTime() throws Exception {
        timeout = Duration.ofMillis(20);
        server = link -> link.onStart(l -> {});
        assertThat(pipe(LineForm.TYPED, "")).isFalse();
        assertThat(err()).isEqualTo("Cannot connect to localhost port 1: it took longer than 0 s.\n");
    }

    @Test
    void shouldCallItDoneWhenAllIsConfirmedThoughNobodySaysGoodbye() throws Exception {
        server = link -> link.answers("/all", SAID).endsWith(Farewell.How.LOST, "The connection was lost.");
        assertThat(send(LineForm.SAID, "hi")).isTrue();
        assertThat(err()).isEmpty();
    }

    @Test
    void shouldNotWaitForAGoodbyeThatDoesNotCome() throws Exception {
        timeout = Duration.ofMillis(20);
        server = link -> link.answers("/all", SAID).neverEnds();
        assertThat(send(LineForm.SAID, "hi")).isTrue();
        assertThat(err()).isEmpty();
    }

    @Test
    void shouldNotCallItDoneWhenTheConnectionIsLostBeforeTheInputEnds() throws Exception {
        server = link -> link.answers("hi", line -> {
            link.end(Farewell.How.LOST, "The connection was lost.");
            return SAID;
        });
        try (PipedOutputStream typing = new PipedOutputStream();
                PipedInputStream input = new PipedInputStream(typing)) {
            typing.write("hi\n".getBytes(UTF_8));
            typing.flush();
            assertThat(run(LineForm.TYPED, json(), false, List.of("-"), input)).isFalse();
        }
        assertThat(err()).isEqualTo("The connection was lost.\n");
    }

    @Test
    void shouldStayWhenItFollowsAndSaySoOnceWhenTheConnectionIsLost() throws Exception {
        follow = true;
        server = link -> link.answers("hi", line -> {
            link.state(new LinkState.Waiting("the connection was reset", 1, Duration.ofSeconds(1)));
            link.state(new LinkState.Waiting("no server is listening there", 2, Duration.ofSeconds(2)));
            link.state(new LinkState.Online(BOT, Dialect.JSON, true));
            link.end(Farewell.How.REPLACED, "Another one has taken over.");
            return SAID;
        });
        assertThat(pipe(LineForm.TYPED, "hi\n")).isFalse();
        assertThat(link.sent).containsExactly("hi");
        assertThat(err().lines())
                .containsExactly(
                        "The connection to localhost port 1 was lost: the connection was reset; trying again.",
                        "Connected to localhost port 1 again.",
                        "Another one has taken over.");
    }

    @Test
    void shouldSayOnceThatThereIsNoServerYetAndWaitForItWithoutEnd() throws Exception {
        follow = true;
        timeout = Duration.ZERO;
        server = link -> link.answers("hi", line -> {
                    link.state(new LinkState.Waiting("the connection was reset", 3, Duration.ofSeconds(1)));
                    link.end(Farewell.How.REPLACED, "Another one has taken over.");
                    return SAID;
                })
                .onStart(l -> {
                    l.state(new LinkState.Waiting("no server is listening there", 2, Duration.ofSeconds(1)));
                    l.state(new LinkState.Waiting("no server is listening there", 3, Duration.ofSeconds(2)));
                    l.online();
                });
        assertThat(pipe(LineForm.TYPED, "hi\n")).isFalse();
        assertThat(err().lines())
                .containsExactly(
                        "Cannot connect to localhost port 1: no server is listening there; trying again.",
                        "Connected to localhost port 1.",
                        "The connection to localhost port 1 was lost: the connection was reset; trying again.",
                        "Another one has taken over.");
    }
}
