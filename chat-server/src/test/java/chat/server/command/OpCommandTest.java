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
        Terminal dora = House.registered(chat, "dora");
        dora.type("/join staff").lines();
        carl.type("/join staff").lines();
        dora.type("/op carl").lines();
        assertThat(carl.type("/slow 10s").text()).contains("* carl slowed this room down");
        bob.type("/join staff").lines();
        assertThat(bob.type("/slow off").lines()).endsWith("Only who looks after staff may do that.");
    }

    /** As all rooms are that were there before there were registered names. */
    @Test
    void shouldGiveNothingThatLastsToTheFirstStrangerInARoomWithoutOwners() {
        bob.type("/join cafe", "our old room").lines();
        chat.pass(86_400_000);
        bob.type("/leave").lines();
        bob.type("said in the lobby").lines();
        Terminal eve = House.registered(chat, "eve");
        eve.type("/join cafe").lines();
        bob.type("/join cafe", "hello").lines();
        eve.lines();
        String refusal = "Only who looks after cafe by their registered name may do that, or an operator.";
        assertThat(eve.type("/op eve", "/deop bob").lines()).containsExactly(refusal, refusal);
        assertThat(eve.type("/mute bob for 2d").text())
                .contains("* eve muted bob for 1 day")
                .contains("You came first, so it is for a day at most.");
        assertThat(eve.type("/purge bob 365d").lines())
                .contains("Removed for good: 1 line of bob in cafe. What is older than your own coming stays.");
        assertThat(eve.type("/history").text()).contains("our old room").doesNotContain("hello");
        eve.type("/lock").lines();
        assertThat(eve.session().rooms().current().settings().hasOwners()).isFalse();
        assertThat(eve.type("/ban bob for 1d").text()).contains("bob is banned from cafe until");
        eve.type("/unlock", "/leave").lines();
        assertThat(ann.type("/join cafe", "/op ann").text()).contains("ann looks after cafe now.");
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
        assertThat(ann.type("/op ann").lines()).containsExactly("ann already looks after this server.");
    }
}
