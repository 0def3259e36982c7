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
    void shouldBeForOperators() {
        assertThat(bob.type("/lockdown on").lines()).containsExactly("Only operators of this server may do that.");
        assertThat(ann.type("/lockdown perhaps").text()).startsWith("Please type /lockdown HOW");
    }
}
