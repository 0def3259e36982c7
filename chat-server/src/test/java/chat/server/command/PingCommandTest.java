package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PingCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    @ParameterizedTest
    @ValueSource(strings = {"/ping", "/ping whatever"})
    void shouldAnswerAnybody(String line) {
        assertThat(chat.join("ann").type(line).lines()).containsExactly("pong");
        Terminal nobody = chat.connect();
        nobody.text();
        assertThat(nobody.type(line).lines()).containsExactly("pong");
    }

    @Test
    void shouldAnswerAProgram() {
        assertThat(chat.connectProgram().type("@p.1 /ping").lines())
                .containsExactly("{\"event\":\"pong\",\"tag\":\"p.1\"}");
    }
}
