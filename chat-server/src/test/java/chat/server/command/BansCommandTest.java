package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BansCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldListTheLatestFirst() {
        ann.type("/ban eve because spam", "/mute bob", "/ban eve because more").lines();
        assertThat(ann.type("/bans").lines())
                .containsExactly(
                        "Banned or muted in this server (/unban #NUMBER takes one back):",
                        "  #3  ban  eve  by ann: more",
                        "  #2  mute  bob  by ann");
    }

    @Test
    void shouldListOfTheRoom() {
        ann.type("/ban eve").lines();
        bob.type("/join staff").lines();
        assertThat(bob.type("/bans").lines()).containsExactly("Nobody is banned or muted in staff.");
    }
}
