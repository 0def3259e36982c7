package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.link.LinkState.Dialect;
import chat.client.link.LinkState.Online;
import chat.client.link.LinkState.Waiting;
import chat.common.event.Failure;
import chat.common.event.Pong;
import chat.common.event.Received;
import chat.common.event.Repeated;
import chat.common.event.Said;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the lines that a link is given, and of its questions. */
class ServerLinkTest extends LinkRehearsal {
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
        assertThat(send(line))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(RefusedLineException.class);
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
}
