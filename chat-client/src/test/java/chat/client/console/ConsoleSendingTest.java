package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.event.Failure;
import chat.common.event.PrivateSent;
import chat.common.event.Repeated;
import chat.common.event.Said;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a line that a person has typed. */
class ConsoleSendingTest extends ConsoleRehearsal {
    @Test
    void shouldShowALineAsSaidWhenItIsConfirmedOnly() {
        online();
        types("hi all");
        assertThat(link.sent).containsExactly("hi all");
        assertThat(surface.printed).isEmpty();

        link.answers(new Said(RoomName.LOBBY));

        assertThat(surface.printed).containsExactly("you say: hi all");
    }

    @Test
    void shouldShowALineThatWaits() {
        online();
        types("hi");
        assertThat(surface.standing.waiting()).isEmpty();

        clock.pass(Duration.ofSeconds(1));
        session.flush();

        assertThat(surface.standing.waiting()).containsExactly("hi");
        assertThat(surface.standing.status()).contains("1 line waits");
    }

    @Test
    void shouldShowAtOnceThatALineWaitsForAConnection() {
        online();
        lost();
        types("one");
        types("/login ann secret");
        types("/login ann secret"); // the first time it is only warned
        assertThat(surface.standing.waiting()).containsExactly("one", "/login ann ********");
        assertThat(surface.standing.status()).contains("2 lines wait");
        assertThat(link.sent).containsExactly("one", "/login ann secret");
    }

    @Test
    void shouldShowAPrivateMessageOfOnesOwnWhenItIsConfirmed() {
        online();
        types("/msg bob  psst  now");

        link.answers(new PrivateSent(BOB));

        assertThat(surface.printed).containsExactly("private to bob: psst  now");
    }

    @Test
    void shouldShowWhatWasTakenAsSaidThoughTheAnswerWasLost() {
        online();
        for (String line : List.of("hi all", "/msg bob psst", "/setname anna")) {
            types(line);
            hears(new Repeated());
            link.answers(new Repeated());
        }

        assertThat(surface.printed)
                .containsExactly(
                        "you say: hi all",
                        "private to bob: psst",
                        "notice: The server has done this, but its answer was lost: /setname anna");
    }

    @Test
    void shouldNotShowALineAsSaidThatWasRefused() {
        online();
        types("hi");
        hears(new Failure(Failure.Code.LINE_TOO_LONG, "Too long."));

        link.answers(new Failure(Failure.Code.LINE_TOO_LONG, "Too long."));

        assertThat(surface.printed).containsExactly("error: Too long.");
        assertThat(surface.standing.waiting()).isEmpty();
    }

    @Test
    void shouldGiveBackWhatWasNotTaken() {
        online();
        types("hi");
        link.givesUp("the server was restarted");
        session.handedBack(List.of("hi", "/login ann secret"), "the server was restarted");

        assertThat(surface.remembered).containsExactly("hi");
        assertThat(surface.printed)
                .containsExactly("error: Not sent (the server was restarted):\n  hi\n  /login ann ********\n"
                        + "  Press Up to take it back.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldTellThatALineWasRefusedAtOnce(boolean connected) {
        surface.echoes = !connected; // says nothing of waiting either
        begin();
        if (connected) {
            online();
        }
        link.refusal = "it is 1 byte too long";

        types("hi");

        assertThat(surface.remembered).containsExactly("hi");
        assertThat(surface.standing.waiting()).isEmpty();
        assertThat(surface.printed)
                .singleElement()
                .asString()
                .startsWith("error: Not sent (it is 1 byte too long):\n  hi");
    }

    @Test
    void shouldShowWhatOneDoesWhenItIsConfirmed() {
        online();
        types("/me waves");
        link.answers(new Said(RoomName.LOBBY));
        types("/topic lunch");
        link.answers(new Said(RoomName.LOBBY));
        assertThat(surface.printed).containsExactly("action: ann waves", "notice: Done in lobby: /topic lunch");
    }

    @Test
    void shouldShowAllOfAReply() {
        online();
        types("/reply in five minutes");
        link.answers(new PrivateSent(BOB));
        assertThat(surface.printed).containsExactly("private to bob: in five minutes");
    }
}
