package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.client.link.LinkState.Connecting;
import chat.client.link.LinkState.Dialect;
import chat.client.link.LinkState.Ended;
import chat.client.link.LinkState.Online;
import chat.client.link.LinkState.Unnamed;
import chat.client.link.LinkState.Waiting;
import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Goodbye;
import chat.common.event.NameAccepted;
import chat.common.event.Pong;
import chat.common.event.Received;
import chat.common.event.Repeated;
import chat.common.event.Said;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link to a server that speaks JSON, with a network and a clock in the hands of the test. */
class ServerLinkTest {
    private static final UserName ANN = UserName.of("ann");
    private static final Duration BACK = Duration.ofSeconds(40);

    private final ManualNetwork network = new ManualNetwork();
    private final Heard heard = new Heard();
    private final ModelServer server = new ModelServer();
    private ModelServer.Session session = server.connects();
    private @Nullable ServerLink link;

    private ServerLink link(@Nullable String name, boolean again) {
        UserName wanted = name == null ? null : UserName.of(name);
        ServerLink made = new ServerLink(new LinkSettings("example", 7, wanted, again), heard, network, new Random(1));
        made.start();
        network.run();
        link = made;
        return made;
    }

    private ServerLink online() {
        ServerLink made = link("ann", true);
        opens();
        return made;
    }

    /** The connection is made, and all that follows from it has happened. */
    private void opens() {
        session = server.connects();
        network.wire().opens();
        exchange();
    }

    /** Lines go to the server and answers come back until nothing is under way. */
    private void exchange() {
        network.run();
        for (int i = 0; i < 10; i++) {
            network.wire().lines().forEach(session::takes);
            session.answers().forEach(network.wire()::says);
            network.run();
        }
    }

    private CompletableFuture<Received> send(String line) {
        CompletableFuture<Received> answer = (link == null ? online() : link).send(line);
        network.run();
        return answer;
    }

    private static Event event(CompletableFuture<Received> answer) {
        assertThat(answer).isDone();
        return answer.join().event();
    }

    private static void assertHandedBack(CompletableFuture<?> answer, String reason) {
        assertThat(answer).isCompletedExceptionally();
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NotTakenException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void shouldAskForJsonItsPastAndItsNameInOneGo() {
        link("ann", true);
        network.wire().opens();
        assertThat(network.wire().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("/format json"),
                        line -> assertThat(line).matches("/resume [0-9a-f]{32} 1"),
                        line -> assertThat(line).isEqualTo("/setname ann"));
    }

    @Test
    void shouldTellWhenItIsInTheRoom() {
        online();
        assertThat(heard.states()).containsExactly(new Connecting(1), new Online(ANN, Dialect.JSON, false));
        assertThat(heard.events()).isEmpty();
        assertThat(heard.plain()).isEmpty();
    }

    @Test
    void shouldTellTheAnswerToALineFirstToTheListenerThenToItsAuthor() {
        online();
        CompletableFuture<Integer> heardBefore =
                send("hi").thenApply(answer -> heard.events().size());
        exchange();
        assertThat(heardBefore).isCompletedWithValue(1);
        assertThat(heard.events()).singleElement().isInstanceOf(Said.class);
        assertThat(server.said()).containsExactly("ann: hi");
    }

    @Test
    void shouldCountWhatIsNotAnswered() {
        online();
        send("a");
        send("/nonsense");
        assertThat(link.unconfirmed()).isEqualTo(2);
        exchange();
        assertThat(link.unconfirmed()).isZero();
    }

    @Test
    void shouldTellAFailureAsAnAnswer() {
        online();
        CompletableFuture<Received> answer = send("/nonsense");
        exchange();
        assertThat(event(answer)).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/format text", "/resume x"})
    void shouldRefuseAtOnceWhatCannotBeSent(String line) {
        online();
        assertThat(send(line)).isCompletedExceptionally();
        assertThat(heard.handedBack()).isEmpty();
        assertThat(network.wire().lines()).isEmpty();
    }

    @Test
    void shouldRefuseWhatIsTooLongAndGoOn() {
        online();
        assertHandedBack(send("x".repeat(4096)), "too long");
        CompletableFuture<Received> next = send("next");
        exchange();
        assertThat(event(next)).isInstanceOf(Said.class);
    }

    @Test
    void shouldRefuseMoreThanCanWait() {
        link("ann", true);
        for (int i = 0; i < Quota.MOST_LINES; i++) {
            assertThat(send("line " + i)).isNotDone();
        }
        assertHandedBack(send("one more"), "10000 lines wait already");
        opens();
        exchange();
        assertThat(server.said()).hasSize(Quota.MOST_LINES);
        assertThat(send("one more")).isNotDone();
    }

    @Test
    void shouldSendWhatWasTypedBeforeThereWasAConnection() {
        link("ann", true);
        CompletableFuture<Received> first = send("a");
        CompletableFuture<Received> second = send("b");
        opens();
        assertThat(event(first)).isInstanceOf(Said.class);
        assertThat(event(second)).isInstanceOf(Said.class);
        assertThat(server.said()).containsExactly("ann: a", "ann: b");
    }

    @Test
    void shouldWriteNothingWhileTheConnectionTakesNothing() {
        online();
        network.wire().full(true);
        CompletableFuture<Received> answer = send("hi");
        assertThat(network.wire().lines()).isEmpty();
        network.wire().full(false);
        exchange();
        assertThat(event(answer)).isInstanceOf(Said.class);
    }

    @Test
    void shouldComeBackAndSendWhatWasNotTaken() {
        online();
        CompletableFuture<Received> answered = send("answered");
        exchange();
        CompletableFuture<Received> taken = send("taken");
        network.wire().lines().forEach(session::takes);
        CompletableFuture<Received> lost = send("lost");
        network.wire().ends(new IOException("Connection reset by peer"));
        CompletableFuture<Received> meanwhile = send("meanwhile");
        assertThat(heard.state()).isInstanceOf(Waiting.class);
        assertThat(((Waiting) heard.state()).reason()).isEqualTo("the connection was reset");

        network.advance(BACK);
        opens();

        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.JSON, true));
        assertThat(server.said()).containsExactly("ann: answered", "ann: taken", "ann: lost", "ann: meanwhile");
        assertThat(event(answered)).isInstanceOf(Said.class);
        assertThat(event(taken)).isInstanceOf(Repeated.class);
        assertThat(event(lost)).isInstanceOf(Said.class);
        assertThat(event(meanwhile)).isInstanceOf(Said.class);
        assertThat(heard.handedBack()).isEmpty();
    }

    @Test
    void shouldHandBackWhatAServerThatWasRestartedMayOrMayNotHave() {
        online();
        CompletableFuture<Received> unsure = send("unsure");
        network.wire().lines().forEach(session::takes);
        network.wire().ends(null);
        CompletableFuture<Received> meanwhile = send("meanwhile");
        server.restarts();
        network.advance(BACK);
        opens();

        assertHandedBack(unsure, "the server was restarted, and may or may not have passed them on");
        assertThat(heard.handedBack()).containsExactly("unsure");
        assertThat(event(meanwhile)).isInstanceOf(Said.class);
        assertThat(link.unconfirmed()).isZero();
    }

    @Test
    void shouldBeCalledWhatWasAskedForLastThoughTheAnswerWasLost() {
        online();
        send("/setname bob");
        network.wire().lines().forEach(session::takes);
        network.wire().ends(null);
        network.advance(BACK);
        opens();
        assertThat(heard.state()).isEqualTo(new Online(UserName.of("bob"), Dialect.JSON, false));
        assertThat(heard.states()).contains(new Online(ANN, Dialect.JSON, true));
    }

    @Test
    void shouldTellThatTheNameHasChanged() {
        online();
        CompletableFuture<Received> answer = send("/setname bob");
        exchange();
        assertThat(event(answer)).isInstanceOf(NameAccepted.class);
        assertThat(heard.state()).isEqualTo(new Online(UserName.of("bob"), Dialect.JSON, false));
    }

    @Test
    void shouldSayAtOnceThatTheFirstNameIsTaken() {
        server.occupies("ann");
        online();
        assertThat(heard.state()).isEqualTo(new Unnamed("The name ann is taken."));
        CompletableFuture<Received> hello = send("hello");
        exchange();
        assertThat(hello).isNotDone();

        send("/setname bob");
        exchange();

        assertThat(heard.state()).isEqualTo(new Online(UserName.of("bob"), Dialect.JSON, false));
        assertThat(event(hello)).isInstanceOf(Said.class);
        assertThat(server.said()).containsExactly("bob: hello");
    }

    @Test
    void shouldTakeItsNameFromAGhostAsSoonAsThatLetsGo() {
        online();
        network.wire().ends(null);
        session.dies();
        server.occupies("ann");
        network.advance(BACK);
        opens();
        CompletableFuture<Received> answer = send("hi");
        assertThat(heard.state()).isInstanceOf(Connecting.class);
        network.advance(Duration.ofSeconds(1));
        exchange();
        server.frees("ann");
        network.advance(Duration.ofSeconds(2));
        exchange();
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.JSON, true));
        assertThat(event(answer)).isInstanceOf(Said.class);
    }

    @Test
    void shouldAskForAnotherNameWhenSomebodyHasTakenItForGood() {
        online();
        network.wire().ends(null);
        session.dies();
        server.occupies("ann");
        network.advance(BACK);
        opens();
        for (int i = 0; i < 15; i++) {
            network.advance(Duration.ofSeconds(1));
            exchange();
        }
        assertThat(heard.state()).isEqualTo(new Unnamed("The name ann is taken."));
    }

    @Test
    void shouldLetWhoHasNoNameTalkToTheServer() {
        link(null, true);
        opens();
        assertThat(heard.state()).isEqualTo(new Unnamed(null));
        CompletableFuture<Received> hello = send("hello");
        exchange();
        assertThat(hello).isDone();
        send("/setname ann");
        send("hello again");
        exchange();
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.JSON, false));
        assertThat(server.said()).containsExactly("ann: hello again");

        network.wire().ends(null);
        network.advance(BACK);
        opens();
        assertThat(heard.state()).isEqualTo(new Online(ANN, Dialect.JSON, true));
        assertThat(heard.handedBack()).isEmpty();
    }

    @Test
    void shouldAnswerQuestionsWithoutTellingTheListener() {
        online();
        CompletableFuture<Received> answer = link.ask("/ping");
        exchange();
        assertThat(event(answer)).isInstanceOf(Pong.class);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void shouldLetQuestionsDieWithTheConnection() {
        online();
        CompletableFuture<Received> answer = link.ask("/ping");
        network.run();
        network.wire().ends(null);
        assertHandedBack(answer, "the connection was lost");
        CompletableFuture<Received> none = link.ask("/ping");
        network.run();
        assertHandedBack(none, "there is no connection");
    }

    @Test
    void shouldNoticeThatNobodyIsThereAnyMore() {
        online();
        network.advance(Duration.ofSeconds(16));
        assertThat(network.wire().lines()).singleElement().asString().matches("@p\\d+ /ping");
        ManualWire silent = network.wire();
        network.advance(Duration.ofSeconds(10));
        assertThat(silent.isClosed()).isTrue();
        assertThat(heard.waitings()).containsExactly("the server does not answer");
    }

    @Test
    void shouldStayWithAServerThatIsSilentButThere() {
        online();
        for (int i = 0; i < 100; i++) {
            network.advance(Duration.ofSeconds(1));
            exchange();
        }
        assertThat(network.attempts()).isOne();
    }

    @Test
    void shouldAskSoonAfterTheMachineHasSlept() {
        online();
        network.sleep(Duration.ofMinutes(5));
        network.advance(Duration.ofSeconds(2));
        assertThat(network.wire().lines()).hasSize(1);
    }

    @Test
    void shouldTakeALineForTakenWhoseAnswerItCannotRead() {
        online();
        CompletableFuture<Received> answer = send("hi");
        network.wire().lines().forEach(session::takes);
        session.answers();
        network.wire().says("{\"event\":\"from the future\",\"tag\":\"2\"}");
        network.advance(Duration.ofSeconds(7));
        exchange();
        assertThat(event(answer)).isInstanceOf(Repeated.class);
    }

    @Test
    void shouldSurviveNonsense() {
        online();
        network.wire().says("", "nonsense", "{", "[]", "{\"event\":\"said\"}", "{\"event\":\"pong\",\"tag\":\"99\"}");
        network.wire().saysTooMuch();
        CompletableFuture<Received> answer = send("hi");
        exchange();
        assertThat(event(answer)).isInstanceOf(Said.class);
    }

    @Test
    void shouldLeaveBehindAllThatWaits() {
        online();
        CompletableFuture<Received> last = send("last words");
        link.leave();
        exchange();
        assertThat(event(last)).isInstanceOf(Said.class);
        assertThat(link.ended()).isCompletedWithValue(new Farewell(Farewell.How.LEFT, ""));
        assertThat(heard.state()).isInstanceOf(Ended.class);
        assertThat(heard.events()).endsWith(new Goodbye(Goodbye.Reason.QUIT));
        assertThat(network.isClosed()).isTrue();
    }

    @Test
    void shouldLeaveWhenSomebodyTypesSo() {
        online();
        CompletableFuture<Received> quit = send(" /quit");
        CompletableFuture<Received> behind = send("too late");
        exchange();
        assertThat(event(quit)).isInstanceOf(Goodbye.class);
        assertThat(link.ended().join().how()).isEqualTo(Farewell.How.LEFT);
        assertHandedBack(behind, "the chat is over");
        assertHandedBack(link.send("after the end"), "the chat is over");
    }

    @Test
    void shouldLeaveAtOnceWhenThereIsNoConnection() {
        online();
        network.wire().ends(null);
        CompletableFuture<Received> waiting = send("waiting");
        link.leave();
        network.run();
        assertThat(link.ended().join().how()).isEqualTo(Farewell.How.CLOSED);
        assertThat(heard.handedBack()).containsExactly("waiting");
        assertHandedBack(waiting, "there is no connection");
    }

    @Test
    void shouldMakeTheFirstConnectionForWhatWaitsBeforeItLeaves() {
        link("ann", false);
        CompletableFuture<Received> answer = send("deploy done");
        link.leave();
        network.advance(Duration.ofSeconds(8));
        opens();
        assertThat(event(answer)).isInstanceOf(Said.class);
        assertThat(link.ended().join().how()).isEqualTo(Farewell.How.LEFT);
    }

    @Test
    void shouldNotWaitLongForAGoodbyeThatDoesNotCome() {
        online();
        CompletableFuture<Received> waiting = send("waiting");
        link.leave();
        network.advance(Duration.ofSeconds(5));
        assertThat(link.ended().join().how()).isEqualTo(Farewell.How.LOST);
        assertHandedBack(waiting, "the server does not answer, and the server may or may not have passed them on");
    }

    @Test
    void shouldCloseAtOnceAndHandBackWhatWaits() {
        online();
        CompletableFuture<Received> waiting = send("waiting");
        link.close();
        network.run();
        assertThat(link.ended().join().how()).isEqualTo(Farewell.How.CLOSED);
        assertThat(network.wire().isClosed()).isTrue();
        assertThat(waiting).isCompletedExceptionally();
        assertThat(heard.handedBack()).containsExactly("waiting");
    }

    @Test
    void shouldSayWhyThereIsNoConnection() {
        link("ann", false);
        network.wire().ends(new ConnectException("Connection refused"));
        assertThat(link.ended())
                .isCompletedWithValue(new Farewell(
                        Farewell.How.REFUSED, "Cannot connect to example port 7: no server is listening there."));
    }

    @Test
    void shouldTryForAsLongAsItTakes() {
        link("ann", true);
        for (int attempt = 1; attempt <= 50; attempt++) {
            assertThat(heard.state()).isEqualTo(new Connecting(attempt));
            network.wire().ends(new UnknownHostException("example"));
            Waiting waiting = (Waiting) heard.state();
            assertThat(waiting.reason()).isEqualTo("there is no such host");
            assertThat(waiting.attempt()).isEqualTo(attempt + 1);
            assertThat(waiting.delay()).isLessThanOrEqualTo(Duration.ofSeconds(30));
            network.advance(waiting.delay());
        }
        opens();
        assertThat(heard.state()).isInstanceOf(Online.class);
    }

    @Test
    void shouldBeginToCountAnewWhenAConnectionHasStood() {
        online();
        network.advance(Duration.ofSeconds(6));
        network.wire().ends(null);
        assertThat(((Waiting) heard.state()).attempt()).isOne();
        assertThat(((Waiting) heard.state()).delay()).isLessThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void shouldEndWithTheConnectionIfItIsToldSo() {
        link("ann", false);
        opens();
        CompletableFuture<Received> sent = send("sent");
        network.wire().ends(null);
        assertThat(link.ended())
                .isCompletedWithValue(new Farewell(Farewell.How.LOST, "The connection to example port 7 was lost."));
        assertHandedBack(sent, "may or may not");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldFollowAServerThatStopsOnlyIfItIsToldSo(boolean again) {
        link("ann", again);
        opens();
        network.wire().says("{\"event\":\"goodbye\",\"reason\":\"server-stopped\",\"text\":\"x\"}");
        assertThat(heard.events()).containsExactly(new Goodbye(Goodbye.Reason.SERVER_STOPPED));
        if (again) {
            assertThat(((Waiting) heard.state()).reason()).isEqualTo("the server has stopped");
        } else {
            assertThat(link.ended().join())
                    .isEqualTo(new Farewell(Farewell.How.SERVER_STOPPED, "The server has stopped."));
        }
    }

    @Test
    void shouldNeverFightWithAnotherThatHasItsKey() {
        online();
        network.wire().says("{\"event\":\"goodbye\",\"reason\":\"replaced\",\"text\":\"x\"}");
        assertThat(link.ended().join().how()).isEqualTo(Farewell.How.REPLACED);
    }

    @Test
    void shouldCountItsConnectionsUnderTheSameKey() {
        online();
        network.wire().ends(null);
        network.advance(BACK);
        network.wire().opens();
        assertThat(network.wire().lines().get(1)).matches("/resume [0-9a-f]{32} 2");
    }

    @Test
    void shouldGiveUpOnAServerThatSaysNothingAtAll() {
        link("ann", true);
        network.wire().opens();
        network.advance(Duration.ofSeconds(10));
        assertThat(((Waiting) heard.state()).reason()).isEqualTo("the server does not answer");
    }
}
