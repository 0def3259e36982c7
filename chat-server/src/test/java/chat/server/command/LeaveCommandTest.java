package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LeaveCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldTellTheRoomAndReadNothingMoreOfIt() {
        bothGoTo("staff");
        assertThat(bob.type("/leave").lines()).containsExactly("You have left staff. What you type goes to lobby.");
        chat.pass(1000);
        assertThat(ann.lines()).containsExactly("* bob left");
        ann.type("he is gone");
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldReadWhatWasSaidBefore() {
        bothGoTo("staff");
        ann.type("bye");
        assertThat(bob.type("/leave").lines())
                .containsExactly("ann: bye", "You have left staff. What you type goes to lobby.");
    }

    @Test
    void shouldLeaveAnotherRoomThanTheCurrentOne() {
        bothGoTo("staff");
        assertThat(bob.type("/leave lobby").lines())
                .containsExactly("You have left lobby. What you type goes to staff.");
        bob.type("hi");
        chat.pass(1000);
        assertThat(ann.lines()).containsExactlyInAnyOrder("[lobby] * bob left", "bob: hi");
    }

    @Test
    void shouldGoToTheRoomJoinedLast() {
        ann.type("/join staff", "/join kitchen", "/room lobby").lines();
        assertThat(ann.type("/leave").lines()).containsExactly("You have left lobby. What you type goes to kitchen.");
    }

    @Test
    void shouldBeInTheLobbyAgainWhenTheLastRoomIsLeft() {
        ann.type("/join staff", "/leave lobby").lines();
        chat.pass(1000);
        bob.lines();
        assertThat(ann.type("/leave").lines()).containsExactly("You have left staff. What you type goes to lobby.");
        assertThat(bob.lines()).containsExactly("* ann joined");
    }

    @Test
    void shouldReadTheLobbyAgainWhereSomethingWasSaidBefore() {
        try (EmbeddedChat remembering = EmbeddedChat.withReplay(5)) {
            Terminal eve = remembering.join("eve");
            eve.type("one", "/join staff", "/leave lobby", "/leave").lines();
            assertThat(eve.type("/rooms").text()).contains("lobby, 1 person, you are in it");
            remembering.join("carl").type("two");
            assertThat(eve.lines()).contains("carl: two");
        }
    }

    @Test
    void shouldNotLeaveTheLobbyForNowhere() {
        assertThat(ann.type("/leave").lines())
                .containsExactly("You are in no other room. To leave the chat, type /quit");
    }

    @Test
    void shouldNotTellWhetherThereIsARoomThatOneIsNotIn() {
        bob.type("/join staff");
        for (String room : new String[] {"staff", "nowhere"}) {
            assertThat(ann.type("/leave " + room).lines())
                    .containsExactly(
                            "You are not in " + room + ". /join " + room + " goes there; /rooms lists the rooms.");
        }
        assertThat(ann.type("/leave [x]").text()).startsWith("This cannot be the name of a room.");
    }

    @Test
    void shouldLeaveTheRoomToWhoHasBeenThereLongest() {
        Terminal eve = chat.join("eve");
        bothGoTo("staff");
        eve.type("/join staff");
        chat.pass(1000);
        bob.lines();
        eve.lines();
        ann.type("/leave").lines();
        chat.pass(1000);
        assertThat(bob.lines())
                .containsExactlyInAnyOrder("* You look after staff now: you may /lock and /unlock it.", "* ann left");
        assertThat(eve.lines()).containsExactly("* ann left");
        assertThat(bob.type("/lock").text()).startsWith("Only whom you invite gets into staff now");
    }

    @Test
    void shouldLeaveTheRoomToTheNextWhoIsStillThere() {
        Terminal eve = chat.join("eve");
        bothGoTo("staff");
        eve.type("/join staff");
        bob.hangUp();
        ann.hangUp();
        chat.pass(1000);
        assertThat(eve.lines()).contains("* You look after staff now: you may /lock and /unlock it.");
    }

    private void bothGoTo(String room) {
        ann.type("/join " + room);
        bob.type("/join " + room);
        chat.pass(1000);
        ann.lines();
        bob.lines();
    }
}
