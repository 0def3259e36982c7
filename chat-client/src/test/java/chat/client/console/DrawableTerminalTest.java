package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawableTerminalTest {
    @ParameterizedTest
    @CsvSource({
        "xterm, xterm",
        "xterm-256color, xterm-256color",
        "tmux-256color, screen-256color",
        "xterm-kitty, xterm-256color",
        "linux, linux"
    })
    void shouldKnowCommonTerminals(String type, String known) {
        assertThat(DrawableTerminal.knownType(type)).isEqualTo(known);
    }
}
