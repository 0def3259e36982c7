package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.sanction.Sanctions;
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

    @Test
    void shouldTakeAllOfARoomBack() {
        bob.type("/join staff", "/ban eve", "/mute mallory").lines();
        assertThat(bob.type("/unban all").lines())
                .contains("* bob lets everybody into staff again", "All 2 bans and mutes in staff are taken back.");
        assertThat(bob.type("/unban all").lines()).containsExactly("Nobody is banned or muted in staff.");
    }

    @Test
    void shouldLetOperatorsClearARoomFromTheLobby() {
        bob.type("/join staff", "/ban eve").lines();
        ann.type("/ban mallory").lines();
        assertThat(ann.type("/unban all staff").lines())
                .containsExactly("All 1 bans and mutes in staff are taken back.");
        assertThat(bob.lines()).contains("* ann lets everybody into staff again");
        assertThat(ann.type("/bans").text()).contains("mallory");
        assertThat(bob.type("/unban all lobby").text()).startsWith("Please type /unban WHAT");
    }

    @Test
    void shouldNotBeKeptFromTheServerByWhatFillsARoom() {
        bob.type("/join staff").lines();
        for (int i = 0; i < Sanctions.MOST_OF_ROOM; i++) {
            bob.type("/ban a" + i + "z");
        }
        bob.lines();
        assertThat(bob.type("/ban eve").lines())
                .containsExactly(
                        "There are 200 bans and mutes in staff, which is the most. Please take some back: /bans"
                                + " lists them, /unban all takes all back.");
        assertThat(ann.type("/ban eve").text()).contains("eve is banned from this server");
    }
}
