package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LockdownCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldLetInNobodyNewWithoutARegisteredName() {
        assertThat(ann.type("/lockdown on").lines())
                .contains(
                        "* ann closed this server to guests who are not here yet",
                        "Those who are here stay. Who comes now has to log in. /lockdown off ends it.");
        assertThat(chat.connect().type("/setname eve").text())
                .contains("This server takes no new guests at the moment. Who has a registered name may /login NAME.");
        assertThat(bob.type("/setname rob").text()).contains("accepted");
        ann.type("/lockdown off").lines();
        assertThat(chat.connect().type("/setname eve").text()).contains("accepted");
    }

    @Test
    void shouldTellWhatHolds() {
        assertThat(ann.type("/lockdown").lines())
                .containsExactly("Everybody may come in. To close this server to new guests, type /lockdown on");
        ann.type("/lockdown on").lines();
        bob.lines();
        assertThat(ann.type("/lockdown").text())
                .matches("Who comes has to log in since [\\d:]+, says ann\\. /lockdown off ends it\\.\n");
        assertThat(ann.type("/lockdown on").text()).startsWith("That is so already. Who comes has to log in");
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldBeForOperators() {
        assertThat(bob.type("/lockdown on").lines()).containsExactly("Only operators of this server may do that.");
        assertThat(ann.type("/lockdown perhaps").text()).startsWith("Please type /lockdown [HOW]");
    }
}
