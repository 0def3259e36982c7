package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.WhoIs;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.CheapLogins;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class WhoIsCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldTellGuestsFromThoseWhoHaveLoggedIn() {
        assertThat(ann.type("/whois Bob").lines())
                .containsExactly("bob is a guest, who has not logged in. You share the room lobby.");
        bob.type("/register correct horse").lines();
        assertThat(ann.type("/whois bob").text())
                .matches("bob has logged in; the name is registered since"
                        + " \\d{4}-\\d\\d-\\d\\d. You share the room lobby.\n");
        bob.type("/setname rob").lines();
        ann.lines();
        assertThat(ann.type("/whois rob").lines())
                .as("another name makes a guest")
                .containsExactly("rob is a guest, who has not logged in. You share the room lobby.");
    }

    @Test
    void shouldTellWhoIsAway() {
        bob.type("/away lunch").lines();
        assertThat(ann.type("/whois bob").text()).endsWith(" You share the room lobby. They are away: lunch\n");
    }

    @Test
    void shouldTellOfSharedRoomsOnly() {
        bob.type("/join staff", "/leave lobby").lines();
        ann.lines();
        assertThat(ann.type("/whois bob").lines()).containsExactly("bob is a guest, who has not logged in.");
        assertThat(ann.type("/join staff", "/whois bob").lines())
                .endsWith("bob is a guest, who has not logged in. You share the room staff.");
    }

    @Test
    void shouldTellNoMoreThanThatTheNameIsRegisteredOfWhoIsNotHere() {
        CheapLogins.register(chat.accounts(), "zoe", "correct horse");
        assertThat(ann.type("/whois ZOE").lines())
                .containsExactly("User not found: zoe is a registered name, whose owner is not here."
                        + " What you write by /private waits for them.");
        assertThat(ann.type("/whois carl").lines())
                .containsExactly("User not found: carl. Type /allusers to see who is here.");
        assertThat(ann.type("/whois *").lines())
                .containsExactly("User not found: *. Type /allusers to see who is here.");
        assertThat(ann.type("/whois").text()).startsWith("Please type /whois NAME");
    }

    @Test
    void shouldTellAddressesToOperatorsOnly() {
        House.guestFrom(chat, "192.0.2.7", "eve");
        Terminal olga = House.operator(chat, "olga");
        assertThat(olga.type("/whois eve").text())
                .matches("(?s)eve is a guest.*\\nConnected from 192\\.0\\.2\\.7:4000 since .*\\.\\n");
        ann.lines();
        assertThat(ann.type("/whois eve").text()).doesNotContain("192.0.2.7", "Connected");
        House.registered(chat, "rita").type("/join den").lines();
        assertThat(ann.type("/whois olga").text()).doesNotContain("Connected");
    }

    @Test
    void shouldTellPrograms() {
        Terminal bot = chat.joinProgram("bot");
        assertThat(bot.type("/whois ann").events())
                .containsExactly(new WhoIs(UserName.of("ann"), null, "", List.of(RoomName.LOBBY), ""));
    }
}
