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
    void shouldTellNumbersFromNames() {
        ann.type("/ban eve", "/ban 1", "/ban 77").lines();
        assertThat(ann.type("/bans").lines()).contains("  #1  ban  eve  by ann", "  #2  ban  1  by ann");
        assertThat(ann.type("/unban 1").lines())
                .containsExactly("1 is a number and a name here: #2 (1), #1 (eve). Please type one of these numbers,"
                        + " with the #.");
        assertThat(ann.type("/unban 77").lines()).contains("* ann lets 77 into this server again");
        assertThat(ann.type("/unban #1").lines()).contains("* ann lets eve into this server again");
        assertThat(ann.type("/unban 2").lines()).contains("* ann lets 1 into this server again");
    }

    @Test
    void shouldTellWhatCoversAnAddress() {
        House.guestFrom(chat, "203.0.113.7", "eve");
        ann.type("/ban 192.0.2.0/24", "/ban eve").lines();
        assertThat(ann.type("/unban 192.0.2.1").lines())
                .containsExactly(
                        "192.0.2.1 is not banned by itself, but covered by #1 (192.0.2.0/24). To take that back,"
                                + " type /unban #1");
        assertThat(ann.type("/unban 203.0.113.7").text()).contains("covered by #2 (eve)");
    }

    @Test
    void shouldLeaveWhatOperatorsSaidToThemAndOwners() {
        bob.type("/join staff", "hello").lines();
        ann.type("/join staff", "/ban eve").lines();
        bob.type("/ban mallory for 1h").lines();
        assertThat(bob.type("/unban eve").lines())
                .containsExactly("That was done by ann, whose word you cannot take back.");
        assertThat(bob.type("/ban eve for 1s").lines())
                .containsExactly("eve is banned or muted by ann already, whose word you cannot change.");
        assertThat(bob.type("/unban all").text()).contains("Others stay, which were said by those whose word");
        ann.lines();
        assertThat(ann.type("/bans").text()).contains("eve").doesNotContain("mallory");
        assertThat(bob.type("/unban all").lines())
                .containsExactly("That was done by others, whose word you cannot take back.");
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
