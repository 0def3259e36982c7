package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Users;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AllUsersCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal bob = chat.join("bob");

    @Test
    void shouldListOneself() {
        assertThat(bob.type("/allusers").lines()).containsExactly("1 person in lobby: bob");
    }

    @Test
    void shouldSortWithoutRegardToCaseAndCount() {
        chat.join("eve");
        chat.join("Ann");
        chat.join("Zoe");
        assertThat(bob.type("/allusers").lines()).containsExactly("4 people in lobby: Ann, bob, eve, Zoe");
    }

    @Test
    void shouldLeaveOutWhoHasNoNameAndWhoHasLeft() {
        chat.connect();
        chat.join("ann").hangUp();
        chat.join("eve").type("/quit");
        bob.lines();
        assertThat(bob.type("/allusers").lines()).containsExactly("1 person in lobby: bob");
    }

    @Test
    void shouldListAnotherRoomThatOneIsIn() {
        Terminal ann = chat.join("ann");
        ann.type("/join staff");
        assertThat(ann.type("/allusers").lines()).endsWith("1 person in staff: ann");
        assertThat(ann.type("/allusers Lobby").lines()).containsExactly("2 people in lobby: ann, bob");
    }

    @Test
    void shouldMarkWhoIsAwayUntilTheyAreBack() {
        Terminal ann = chat.join("ann");
        ann.type("/away lunch").text();
        bob.text();
        assertThat(bob.type("/allusers").lines()).containsExactly("2 people in lobby: ann (away), bob");
        ann.type("here I am").text();
        bob.text();
        assertThat(bob.type("/allusers").lines()).containsExactly("2 people in lobby: ann, bob");
    }

    @Test
    void shouldTellProgramsWhoIsAway() {
        Terminal bot = chat.joinProgram("bot");
        bob.type("/away lunch").text();
        UserName away = UserName.of("bob");
        assertThat(bot.type("/allusers").events())
                .containsExactly(
                        new Users(RoomName.LOBBY, List.of(away, UserName.of("bot")), List.of(), List.of(away)));
    }

    @Test
    void shouldNotListARoomThatOneIsNotIn() {
        chat.join("ann").type("/join staff");
        assertThat(bob.type("/allusers staff").lines())
                .containsExactly("You are not in staff. /join staff goes there; /rooms lists the rooms.");
    }
}
