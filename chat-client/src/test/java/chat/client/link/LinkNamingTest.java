package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.link.LinkState.Connecting;
import chat.client.link.LinkState.Dialect;
import chat.client.link.LinkState.Online;
import chat.client.link.LinkState.Unnamed;
import chat.common.UserName;
import chat.common.event.NameAccepted;
import chat.common.event.Received;
import chat.common.event.Said;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How a link comes in, and by which name. */
class LinkNamingTest extends LinkRehearsal {
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
    void shouldSayWhatAServerSaysThatTurnsItAway() {
        ServerLink made = link("ann", false);
        network.wire().opens();
        network.wire().says("This port speaks TLS; plain text is on port 8090.");
        network.wire().ends(null);
        network.run();
        assertThat(made.ended().join().sentence())
                .isEqualTo("Cannot connect to example port 7: This port speaks TLS; plain text is on port 8090.");
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
}
