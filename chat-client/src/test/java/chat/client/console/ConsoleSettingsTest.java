package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.console.ConsoleSettings.ColorMode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleSettingsTest {
    private static ConsoleSettings settings(ColorMode color, Map<String, String> environment) {
        return new ConsoleSettings("x", () -> "y", color, false, true, Theme.AUTO, null, environment);
    }

    @Test
    void shouldHeedNoColor() {
        assertThat(settings(ColorMode.AUTO, Map.of()).isColored()).isTrue();
        assertThat(settings(ColorMode.AUTO, Map.of("NO_COLOR", "")).isColored()).isTrue();
        assertThat(settings(ColorMode.AUTO, Map.of("NO_COLOR", "0")).isColored())
                .isFalse();
        assertThat(settings(ColorMode.ALWAYS, Map.of("NO_COLOR", "1")).isColored())
                .isTrue();
        assertThat(settings(ColorMode.NEVER, Map.of()).isColored()).isFalse();
    }

    @Test
    void shouldBePlainOnADumbTerminal() {
        assertThat(settings(ColorMode.AUTO, Map.of("TERM", "xterm")).isPlain()).isFalse();
        assertThat(settings(ColorMode.AUTO, Map.of("TERM", "dumb")).isPlain()).isTrue();
        assertThat(settings(ColorMode.AUTO, Map.of()).isPlain()).isTrue();
    }

    @Test
    void shouldKeepTheHistoryWhereStateBelongs() {
        Path home = Path.of("/home/ann");
        assertThat(ConsoleSettings.defaultHistoryFile(Map.of(), home))
                .isEqualTo(Path.of("/home/ann/.local/state/chat-client/history"));
        assertThat(ConsoleSettings.defaultHistoryFile(Map.of("XDG_STATE_HOME", "/s"), home))
                .isEqualTo(Path.of("/s/chat-client/history"));
        assertThat(ConsoleSettings.defaultHistoryFile(Map.of("XDG_STATE_HOME", "relative"), home))
                .isEqualTo(Path.of("/home/ann/.local/state/chat-client/history"));
    }
}
