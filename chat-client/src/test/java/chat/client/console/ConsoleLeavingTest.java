package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.link.Farewell.How;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a person leaves. */
class ConsoleLeavingTest extends ConsoleRehearsal {
    @ParameterizedTest
    @ValueSource(strings = {"/quit", "/exit", " /QUIT now"})
    void shouldLeaveWhenAsked(String line) {
        online();
        types(line);
        assertThat(link.left).isTrue();

        link.ends(How.LEFT, "");

        assertThat(surface.printed).containsExactly("notice: You have left the chat");
        assertThat(surface.stopped).isTrue();
        assertThat(session.exitCode()).isCompletedWithValue(0);
    }

    @Test
    void shouldLeaveAtOnceWithoutAConnectionAndTellWhatWasNotSent() {
        online();
        lost();
        types("hi");
        session.handedBack(List.of("hi"), "you left");

        session.leave();

        assertThat(link.closed).isTrue();
        assertThat(session.exitCode()).isCompletedWithValue(1);
    }

    @Test
    void shouldNotWaitForeverForAGoodbye() {
        online();
        types("/quit");
        clock.pass(Duration.ofSeconds(2));
        session.flush();
        assertThat(link.closed).isFalse();

        clock.pass(Duration.ofSeconds(2));
        session.flush();

        assertThat(link.closed).isTrue();
    }

    @Test
    void shouldLeaveWhenCtrlCIsPressedTwice() {
        online();
        session.interrupted();
        session.flush();
        assertThat(surface.standing.status().get(0)).isEqualTo("Press Ctrl-C again to leave");
        assertThat(link.left).isFalse();

        session.interrupted();

        assertThat(link.left).isTrue();
    }

    @Test
    void shouldNotLeaveWhenSomethingWasTypedBetweenTwoCtrlC() {
        online();
        session.interrupted();
        session.keyPressed();
        session.interrupted();
        assertThat(link.left).isFalse();
    }

    @Test
    void shouldNotLeaveWhenTheSecondCtrlCComesLate() {
        online();
        session.interrupted();
        clock.pass(Duration.ofSeconds(3));
        session.interrupted();
        assertThat(link.left).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "LOST", "SERVER_STOPPED", "REPLACED"})
    void shouldFailWhenTheLinkEndsByItself(How how) {
        online();
        link.ends(how, "It is over.");
        assertThat(surface.printed).containsExactly("error: It is over.");
        assertThat(session.exitCode()).isCompletedWithValue(1);
    }
}
