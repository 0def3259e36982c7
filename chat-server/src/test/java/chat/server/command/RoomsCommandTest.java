package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RoomsCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldListTheRoomsWithMostPeopleFirst() {
        ann.type("/join staff", "/topic lunch").lines();
        chat.join("eve").type("/join kitchen");
        bob.lines();
        assertThat(bob.type("/rooms").lines())
                .containsExactly(
                        "Rooms (/join ROOM goes to one, or makes it):",
                        "  lobby, 3 people, you are in it",
                        "  kitchen, 1 person",
                        "  staff, 1 person: lunch");
    }

    @Test
    void shouldHideALockedRoomFromStrangers() {
        ann.type("/join staff", "/lock").lines();
        assertThat(bob.type("/rooms").lines())
                .containsExactly("Rooms (/join ROOM goes to one, or makes it):", "  lobby, 2 people, you are in it");
        assertThat(ann.type("/rooms").lines()).contains("  staff, 1 person, locked, you are in it");
    }

    @Test
    void shouldShowLockedRoomsToOperators() {
        ann.type("/join staff", "/lock").lines();
        assertThat(House.operator(chat, "olga").type("/rooms").lines()).contains("  staff, 1 person, locked");
    }

    @Test
    void shouldNotShowARoomAnyMoreThatAnOperatorHasClosed() {
        Terminal eve = House.registered(chat, "eve");
        eve.type("/join ann-is-a-fool", "hello").lines();
        Terminal olga = House.operator(chat, "olga");
        olga.type("/join ann-is-a-fool", "/ban eve", "/lock", "/leave").lines();
        assertThat(ann.type("/rooms").text()).doesNotContain("fool");
        eve.lines();
        assertThat(eve.type("/rooms").text()).doesNotContain("fool");
        assertThat(eve.type("/join ann-is-a-fool").text()).contains("You are banned from ann-is-a-fool, says olga.");
    }

    @Test
    void shouldListNoMoreThanAHundred() {
        for (int i = 0; i < 109; i++) {
            bob.type("/join room" + i, "made", "/leave").lines();
        }
        ann.type("/join room7").lines();
        assertThat(ann.type("/rooms").lines())
                .hasSize(102)
                .startsWith(
                        "Rooms (/join ROOM goes to one, or makes it):",
                        "  lobby, 2 people, you are in it",
                        "  room7, 1 person, you are in it",
                        "  room0, 0 people")
                .endsWith("  and 10 more");
    }
}
