package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.link.LinkState.Connecting;
import chat.client.link.LinkState.Ended;
import chat.client.link.LinkState.Online;
import chat.client.link.LinkState.Waiting;
import chat.common.event.Goodbye;
import chat.common.event.Received;
import chat.common.event.Said;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a link ends, and goes on. */
class LinkEndingTest extends LinkRehearsal {
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldNotTryAgainAtAPortForWebBrowsers(boolean again) {
        link("ann", again);
        network.wire().opens();
        network.wire().says("HTTP/1.1 400 Bad Request");
        assertThat(link.ended())
                .isCompletedWithValue(new Farewell(
                        Farewell.How.REFUSED,
                        "Cannot connect to example port 7: that port is for web browsers; the chat is on another one,"
                                + " usually 8090, or 8443 with TLS."));
    }

    @Test
    void shouldTryAgainWhenSomethingInBetweenAnswersLikeAWebServer() {
        online();
        network.wire().ends(null);
        network.advance(((Waiting) heard.state()).delay());
        network.wire().opens();
        network.wire().says("HTTP/1.1 511 Network Authentication Required");
        assertThat(((Waiting) heard.state()).reason()).startsWith("that port is for web browsers");
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
