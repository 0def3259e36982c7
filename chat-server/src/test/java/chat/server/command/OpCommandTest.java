package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OpCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldMakeAnOperator() {
        Terminal carl = House.registered(chat, "carl");
        assertThat(ann.type("/op carl").lines())
                .contains("* ann made carl look after this server", "carl looks after this server now.");
        assertThat(carl.type("/lockdown on").text()).contains("closed this server");
    }

    @Test
    void shouldMakeAnOwner() {
        Terminal carl = House.registered(chat, "carl");
        bob.type("/join staff").lines();
        carl.type("/join staff").lines();
        bob.type("/op carl").lines();
        assertThat(carl.type("/slow 10s").text()).contains("* carl slowed this room down");
        assertThat(bob.type("/slow off").lines()).endsWith("Only who looks after staff may do that.");
    }

    @Test
    void shouldLetAnOwnerIntoTheLockedRoomAgain() {
        Terminal carl = House.registered(chat, "carl");
        carl.type("/join staff", "hello", "/lock").lines();
        bob.lines();
        carl.type("/leave").lines();
        assertThat(carl.type("/join staff").text())
                .startsWith("You are in staff")
                .contains("You look after it");
    }

    @Test
    void shouldSayWhoCannot() {
        assertThat(ann.type("/op bob").lines()).containsExactly("There is no registered name bob.");
        assertThat(ann.type("/op ann").lines()).containsExactly("ann looks after this server already.");
    }
}
