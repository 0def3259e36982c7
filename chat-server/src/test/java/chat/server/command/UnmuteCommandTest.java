package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UnmuteCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldLetSomebodyWriteAgain() {
        ann.type("/mute bob", "/unmute Bob").lines();
        assertThat(bob.lines()).contains("* ann lets bob write again");
        bob.type("hello");
        assertThat(ann.lines()).containsExactly("bob: hello");
    }

    @Test
    void shouldSayWhenNobodyIsMuted() {
        assertThat(ann.type("/unmute bob").lines())
                .containsExactly("Nothing like bob is banned or muted in this server. Type /bans to see who is.");
    }
}
