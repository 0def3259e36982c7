package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.link.LinkState.Dialect;
import chat.client.link.LinkState.Online;
import chat.client.link.LinkState.Unnamed;
import chat.client.link.LinkState.Waiting;
import chat.common.UserName;
import chat.common.event.Received;
import chat.common.event.Said;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A link to a server that speaks for the eye only. */
class TextLinkTest {
    private static final String WELCOME = "Welcome to ClientMessageSystem.";
    private static final String PROMPT = "Please choose a name: type /setname NAME and press Enter.";
    private static final String ACCEPTED =
            "Name accepted: you are ann. Type something to say it to everyone; /cmd lists the commands.";
    private static final String NO_PING =
            "There is no command /ping; did you mean /private? Type /cmd to see all commands.";
    private static final UserName ANN = UserName.of("ann");

    private final ManualNetwork network = new ManualNetwork();
    private final Heard heard = new Heard();

    private ServerLink link(@Nullable UserName name, boolean again) {
        ServerLink made = new ServerLink(new LinkSettings("example", 7, name, again), heard, network, new Random(1));
        made.start();
        network.run();
        network.wire().opens();
        return made;
    }

    /** An older server of this make answers each of our first three lines. */
    private ServerLink online() {
        ServerLink made = link(ANN, true);
        network.wire().says(WELCOME, PROMPT, PROMPT, PROMPT, ACCEPTED);
        network.wire().lines();
        return made;
    }

    private CompletableFuture<Received> send(ServerLink link, String line) {
        CompletableFuture<Received> answer = link.send(line);
        network.run();
        return answer;
    }

    @Test
    void shouldGetAlongWithAnOlderServer() {
        online();
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.TEXT, false));
        assertThat(heard.plain()).containsExactly(WELCOME, PROMPT);
    }

    @Test
    void shouldSendLinesAsTheyWereTyped() {
        ServerLink link = online();
        send(link, " hi");
        send(link, "/all hello");
        assertThat(network.wire().lines()).containsExactly(" hi", "/all hello");
    }

    @Test
    void shouldPassOnWhatTheServerSaysMadeHarmless() {
        online();
        network.wire().says("bob: hi", "eve: \u001b[2Jgone");
        assertThat(heard.plain()).endsWith("bob: hi", "eve: [2Jgone");
    }

    @Test
    void shouldKnowThatLinesWereTakenWhenTheServerSaysGoodbye() {
        ServerLink link = online();
        CompletableFuture<Received> answer = send(link, "hi");
        link.leave();
        network.run();
        assertThat(network.wire().lines()).containsExactly("hi", "/quit");
        network.wire().says("You have left the chat");
        assertThat(answer.join().event()).isInstanceOf(Said.class);
        assertThat(link.ended()).isCompletedWithValue(new Farewell(Farewell.How.LEFT, ""));
        assertThat(heard.plain()).endsWith("You have left the chat");
    }

    @Test
    void shouldFindOutWhetherALineWasTakenAndShowNothingOfIt() {
        ServerLink link = online();
        CompletableFuture<Received> answer = send(link, "hi");
        network.advance(Duration.ofSeconds(6));
        assertThat(network.wire().lines()).containsExactly("hi", "/ping");
        network.wire().says("bob: hello", NO_PING);
        assertThat(answer.join().event()).isInstanceOf(Said.class);
        assertThat(heard.plain()).endsWith("bob: hello");
        assertThat(link.unconfirmed()).isZero();
    }

    @Test
    void shouldSendMoreThanMayWaitAtATime() {
        ServerLink link = online();
        int lines = 0;
        while (lines < 3 * Quota.MOST_LINES) {
            CompletableFuture<Received> answer = send(link, "line " + lines);
            assertThat(answer.isCompletedExceptionally()).isFalse();
            lines++;
            network.wire().lines().stream()
                    .filter(line -> line.equals("/ping"))
                    .forEach(ping -> network.wire().says(NO_PING));
        }
        assertThat(link.unconfirmed()).isLessThan(300);
    }

    @Test
    void shouldNoticeThatNobodyIsThereAnyMore() {
        online();
        network.advance(Duration.ofSeconds(27));
        assertThat(heard.waitings()).containsExactly("the server does not answer");
    }

    @Test
    void shouldHandBackWhatMayOrMayNotHaveArrivedAndSendTheRest() {
        ServerLink link = online();
        CompletableFuture<Received> written = send(link, "written");
        network.wire().full(true);
        CompletableFuture<Received> waiting = send(link, "waiting");
        network.wire().ends(null);
        assertThat(written).isCompletedExceptionally();
        assertThat(heard.handedBack()).containsExactly("written");
        assertThat(heard.reasons())
                .containsExactly("the connection was lost, and the server may or may not have passed them on");

        network.advance(Duration.ofSeconds(1));
        network.wire().opens();
        network.wire().says(WELCOME, PROMPT, PROMPT, PROMPT);
        assertThat(network.wire().lines()).endsWith("/setname ann");
        network.wire().says(ACCEPTED);

        assertThat(network.wire().lines()).containsExactly("waiting");
        assertThat(waiting).isNotDone();
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.TEXT, true));
        assertThat(heard.plain()).containsExactly(WELCOME, PROMPT);
    }

    @Test
    void shouldLetThePersonChooseAName() {
        ServerLink link = link(null, true);
        network.wire().says(WELCOME, PROMPT, PROMPT, PROMPT);
        assertThat(heard.state()).isEqualTo(new Unnamed(null));
        network.wire().lines();
        send(link, "/setname ann");
        assertThat(network.wire().lines()).containsExactly("/setname ann");
        network.wire().says(ACCEPTED);
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.TEXT, false));
        assertThat(heard.plain()).containsExactly(WELCOME, PROMPT, ACCEPTED);
    }

    @Test
    void shouldSayThatTheNameIsTaken() {
        link(ANN, true);
        String taken = "The name ann is taken. Please choose another one: /setname NAME";
        network.wire().says(WELCOME, PROMPT, PROMPT, PROMPT, taken);
        assertThat(heard.state()).isEqualTo(new Unnamed(taken));
    }

    @Test
    void shouldNoticeANewName() {
        online();
        network.wire().says("bob: Name accepted: you are eve. x");
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.TEXT, false));
        network.wire().says("Name accepted: you are anna. Everyone in the room is told. /cmd lists the commands.");
        assertThat(heard.state()).isEqualTo(new Online(UserName.of("anna"), Dialect.TEXT, false));
    }

    @Test
    void shouldGetAlongWithAServerOfAnotherMake() {
        ServerLink link = link(null, true);
        network.wire().says("hello there");
        assertThat(heard.states()).hasSize(1);
        network.advance(Duration.ofSeconds(6));
        assertThat(heard.state()).isEqualTo(new Unnamed(null));
        network.wire().lines();
        send(link, "/setname ann");
        network.wire().says("ok, accepted");
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.TEXT, false));
        send(link, "hi");
        network.advance(Duration.ofMinutes(5));
        assertThat(network.wire().lines())
                .as("nothing that it could say to the room")
                .containsExactly("/setname ann", "hi");
        assertThat(network.attempts()).isOne();
    }

    @Test
    void shouldNotTrustAServerThatSpeaksJsonAfterAll() {
        link(ANN, true);
        network.wire().says(WELCOME, PROMPT);
        network.advance(Duration.ofSeconds(6));
        network.wire().says("{\"event\":\"format\",\"format\":\"json\"}");
        assertThat(((Waiting) heard.state()).reason()).isEqualTo("the server answered too late");
    }

    @Test
    void shouldEndWhenTheServerStops() {
        ServerLink link = link(ANN, false);
        network.wire().says(WELCOME, PROMPT, PROMPT, PROMPT, ACCEPTED, "Server has been closed by host");
        assertThat(link.ended().join().how()).isEqualTo(Farewell.How.SERVER_STOPPED);
    }

    @Test
    void shouldAnswerNoQuestions() {
        ServerLink link = online();
        CompletableFuture<Received> answer = link.ask("/cmd");
        network.run();
        assertThat(answer).isCompletedExceptionally();
        assertThat(network.wire().lines()).isEmpty();
    }
}
