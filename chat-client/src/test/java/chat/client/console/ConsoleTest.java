package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.console.ConsoleSettings.ColorMode;
import chat.client.link.Farewell.How;
import chat.client.link.LinkListener;
import chat.client.link.LinkState.Connecting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConsoleTest {
    private final FakeSurface surface = new FakeSurface();
    private final FakeLink link = new FakeLink();
    private final Console console = new Console(
            new ConsoleSettings(
                    "localhost:8090", () -> "not encrypted", ColorMode.NEVER, false, true, Theme.AUTO, null, Map.of()),
            surface);

    @Test
    void shouldEndWithAFailureWhenItCannotShowAnything() {
        surface.flushing = () -> {
            throw new IllegalStateException("no screen");
        };
        console.begin(listener -> link);

        console.talk();

        assertThat(console.exitCode()).isCompletedWithValue(1);
        assertThat(surface.stopped).isTrue();
    }

    @Test
    void shouldTellWhatFailsAndGoOn() {
        console.begin(listener -> {
            listener.stateChanged(new Connecting(1));
            fails(listener);
            link.ends(How.LEFT, "");
            return link;
        });

        console.talk();

        assertThat(surface.printed).hasSize(2).last().isEqualTo("notice: You have left the chat");
        assertThat(surface.printed.get(0)).startsWith("error: Something went wrong here");
        assertThat(console.exitCode()).isCompletedWithValue(0);
    }

    /** There is no such state. */
    @SuppressWarnings("NullAway")
    private static void fails(LinkListener listener) {
        listener.handedBack(null, "no");
    }

    @Test
    void shouldEndWhenThereIsNoLinkToLeave() {
        console.begin(listener -> {
            throw new IllegalStateException("no network");
        });
        console.leave();

        console.talk();

        assertThat(surface.printed).singleElement().asString().contains("no network");
        assertThat(console.exitCode()).isCompletedWithValue(1);
    }
}
