package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UnignoreCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal eve = chat.join("eve");

    @Test
    void shouldReadSomebodyAgain() {
        ann.type("/ignore eve").text();
        assertThat(ann.type("/unignore Eve").lines()).containsExactly("You read eve again.");
        eve.type("hello");
        assertThat(ann.lines()).containsExactly("eve: hello");
        assertThat(ann.type("/ignore").lines()).containsExactly("You ignore nobody.");
    }

    @Test
    void shouldSayWhomItDoesNotIgnore() {
        assertThat(ann.type("/unignore eve").lines())
                .containsExactly("You do not ignore eve. Type /ignore to see whom you do.");
        assertThat(ann.type("/unignore").text()).startsWith("Please type /unignore NAME");
    }
}
