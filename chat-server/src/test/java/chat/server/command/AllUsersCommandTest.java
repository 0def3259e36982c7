package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
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
    void shouldNotMindWhatFollows() {
        assertThat(bob.type("/allusers please").lines()).containsExactly("1 person in lobby: bob");
    }
}
