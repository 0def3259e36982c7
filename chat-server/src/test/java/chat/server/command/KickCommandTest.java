package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.session.Stage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class KickCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = House.operator(chat, "ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldPutOutOfTheRoom() {
        ann.type("/join staff").lines();
        bob.type("/join staff").lines();
        assertThat(ann.type("/kick bob because enough").lines())
                .contains("* ann put bob out of staff: enough", "bob is out of staff.");
        assertThat(bob.lines())
                .contains(
                        "* ann has put you out of staff: enough.", "You have left staff. What you type goes to lobby.");
        assertThat(bob.type("/join staff").text()).startsWith("You are in staff");
    }

    @Test
    void shouldLeadIntoTheLobbyWhoIsInNoOtherRoom() {
        ann.type("/join staff").lines();
        bob.type("/join staff", "/leave lobby").lines();
        ann.type("/kick bob").lines();
        assertThat(bob.lines()).contains("You have left staff. What you type goes to lobby.");
        bob.type("hello");
        assertThat(ann.lines()).contains("[lobby] bob: hello");
    }

    @Test
    void shouldPutOutOfTheServer() {
        assertThat(ann.type("/kick bob").lines())
                .contains("* ann put bob out of this server", "bob is out of this server.");
        assertThat(bob.lines())
                .endsWith(
                        "* ann has put you out of this server.",
                        "You have been put out of this server, so this connection is closed.");
        assertThat(bob.session().stage()).isEqualTo(Stage.ENDED);
    }

    @Test
    void shouldSayWhoCannotBePutOut() {
        assertThat(ann.type("/kick nobody").lines()).containsExactly("User not found in this server: nobody.");
        assertThat(ann.type("/kick ann").lines()).containsExactly("That is you yourself.");
        assertThat(ann.type("/kick bob for 2h").lines())
                .containsExactly(
                        "Nobody is put out for a time: they may come again. /ban keeps them out. Please type /kick NAME"
                                + " [because TEXT], for example: /kick eve because spam");
        assertThat(bob.type("/kick ann").lines())
                .containsExactly(
                        "In the lobby only operators of this server may do that. /join ROOM makes a room of your own.");
    }

    @Test
    void shouldNotHitWhoLooksAfterTheRoomToo() {
        Terminal carl = House.registered(chat, "carl");
        carl.type("/join staff").lines();
        Terminal dora = House.registered(chat, "dora");
        dora.type("/join staff").lines();
        carl.type("/op dora").lines();
        dora.lines();
        assertThat(dora.type("/kick carl").lines())
                .containsExactly("carl looks after staff, too. Please /deop carl first.");
        ann.type("/join staff").lines();
        assertThat(ann.type("/kick carl").lines())
                .as("an operator may do everything everywhere")
                .contains("carl is out of staff.");
    }

    @Test
    void shouldPutOutWhoCameFirst() {
        bob.type("/join den", "/lock").lines();
        assertThat(ann.type("/join den").text())
                .as("a locked room admits operators")
                .startsWith("You are in den");
        ann.type("/ban bob").lines();
        bob.lines();
        assertThat(bob.type("/join den").lines()).containsExactly("You are banned from den, says ann.");
        assertThat(ann.type("/slow off", "/op ann").text()).contains("ann looks after den now.");
    }
}
