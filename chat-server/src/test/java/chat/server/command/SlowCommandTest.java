package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.moderation.Moderation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SlowCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldLetEachPersonWriteOnceInATime() {
        Terminal carl = chat.join("carl");
        assertThat(ann.type("/slow 10s").lines())
                .contains(
                        "* ann slowed this room down: one message every 10 seconds",
                        "Everybody in lobby writes one message every 10 seconds now. /slow off ends it.");
        bob.type("one").lines();
        assertThat(bob.type("two").lines())
                .containsExactly("In lobby everybody writes one message every 10 seconds at the moment. Please wait 10"
                        + " seconds and try again.");
        carl.type("mine");
        ann.type("as often", "as I like");
        chat.pass(10_000);
        bob.type("three").lines();
        assertThat(carl.lines())
                .contains("bob: one", "ann: as often", "ann: as I like", "bob: three")
                .doesNotContain("bob: two");
        assertThat(ann.type("/slow off").text()).contains("* ann lets everybody write as fast as they like again");
        assertThat(bob.type("four", "five").text()).doesNotContain("wait");
    }

    @Test
    void shouldTellWhatHolds() {
        assertThat(ann.type("/slow").lines())
                .containsExactly("In lobby everybody may write as fast as they like. To slow it down, type /slow 10s");
        ann.type("/slow 1s").lines();
        assertThat(ann.type("/slow").lines())
                .singleElement()
                .asString()
                .matches(
                        "In lobby everybody writes one message a second since [\\d:]+, says ann\\. /slow off ends it\\.");
    }

    @Test
    void shouldTellTheRoomNothingWhenNothingChanges() {
        ann.type("/slow 10s").lines();
        bob.lines();
        assertThat(ann.type("/slow 10s").text()).startsWith("That is so already. In lobby everybody writes");
        ann.type("/slow off").lines();
        bob.lines();
        assertThat(ann.type("/slow off").text()).startsWith("That is so already. In lobby everybody may write");
        assertThat(bob.lines()).isEmpty();
        assertThat(ann.type("/audit").lines()).hasSize(2);
    }

    @Test
    void shouldBeOverWhenTheServerStartsAgainAndTheRoomBeTold() {
        ann.type("/slow 10s", "/lockdown on", "/members-only on", "/members-only off")
                .lines();
        bob.lines();
        Moderation.inMemory(chat.registry(), chat.rooms(), chat.accounts(), chat.mail());
        assertThat(bob.lines())
                .containsExactlyInAnyOrder(
                        "* server lets everybody write as fast as they like again: the server was started again",
                        "* server opened this server to everybody again: the server was started again");
    }

    @Test
    void shouldSayWhatATimeIs() {
        assertThat(ann.type("/slow 10").lines())
                .containsExactly(
                        "10 is no time. Please type /slow [TIME], for example: /slow 10s  (TIME is a number and s, m, h or"
                                + " d: 30s, 10m, 2h, 7d, up to 365d; or off. Without it you read what holds.)");
    }
}
