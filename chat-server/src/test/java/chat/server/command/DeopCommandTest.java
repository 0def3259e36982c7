package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DeopCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldWorkAtOnce() {
        Terminal olga = House.operator(chat, "olga");
        ann.type("/deop olga").lines();
        assertThat(olga.type("/lockdown on").lines()).endsWith("Only operators of this server may do that.");
    }

    @Test
    void shouldTakeARoomFromWhoCameFirst() {
        Terminal eve = chat.join("eve");
        eve.type("/join den").lines();
        bob.type("/join den").lines();
        ann.type("/join den").lines();
        bob.lines();
        assertThat(ann.type("/deop eve").text()).contains("eve does not look after den any more.");
        assertThat(eve.type("/kick ann").lines()).contains("Only who has been in den longest may do that.");
        assertThat(bob.lines()).contains("* You look after den now: you may /lock and /unlock it.");
    }

    @Test
    void shouldSayWhenThereIsNothingToTakeBack() {
        House.registered(chat, "carl");
        assertThat(ann.type("/deop carl").lines())
                .endsWith("carl does not look after this server, so there is nothing to take back.");
        assertThat(ann.type("/op ann").lines()).containsExactly("ann already looks after this server.");
    }

    @Test
    void shouldLeaveTheLastOne() {
        assertThat(ann.type("/deop ann").lines())
                .containsExactly("ann is the last operator of this server. Please /op somebody else first.");
        assertThat(bob.type("/deop ann").text()).startsWith("In the lobby only operators");
    }
}
