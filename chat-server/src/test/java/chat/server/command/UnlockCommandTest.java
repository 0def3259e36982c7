package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UnlockCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldOpenTheRoom() {
        ann.type("/join staff", "/lock").lines();
        assertThat(ann.type("/unlock").lines()).containsExactly("Everybody may come into staff now.");
        assertThat(bob.type("/join staff").text()).startsWith("You are in staff with 1 other.");
    }

    @Test
    void shouldOpenARoomToOperatorsWhoseKeyNobodyHasAnyMore() {
        ann.type("/join staff", "/lock", "/leave").lines();
        ann.hangUp();
        assertThat(bob.type("/join staff").text()).contains("The room staff is locked, and nobody is in it.");
        Terminal olga = House.operator(chat, "olga");
        assertThat(olga.type("/join staff").text()).contains("You are in staff, and nobody else is yet.");
        assertThat(olga.type("/unlock").lines()).contains("Everybody may come into staff now.");
        olga.type("/leave").lines();
        bob.lines();
        assertThat(bob.type("/join staff").text()).contains("You are in staff");
    }

    @Test
    void shouldBelongToWhoLooksAfterTheRoom() {
        ann.type("/join staff");
        bob.type("/join staff").lines();
        ann.type("/lock");
        assertThat(bob.type("/unlock").lines()).containsExactly("Only who has been in staff longest may do that.");
    }
}
