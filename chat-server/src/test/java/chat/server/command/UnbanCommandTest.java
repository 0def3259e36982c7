package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UnbanCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldTakeBackByNumberNameOrAddress() {
        ann.type("/ban eve", "/ban mallory", "/ban 192.0.2.0/24").lines();
        bob.lines();
        assertThat(ann.type("/unban 1").lines()).contains("1 ban or mute is taken back.");
        assertThat(ann.type("/unban MALLORY").lines()).contains("* ann lets mallory into this server again");
        assertThat(ann.type("/unban 192.0.2.9/24").lines()).contains("* ann lets an address into this server again");
        assertThat(ann.type("/bans").lines()).containsExactly("Nobody is banned or muted in this server.");
        assertThat(chat.connect().type("/setname eve").text()).contains("accepted");
    }

    @Test
    void shouldReachItsOwnRoomOnly() {
        ann.type("/ban eve", "/join staff").lines();
        assertThat(ann.type("/unban 1").text()).startsWith("Nothing like 1 is banned or muted in staff.");
    }
}
