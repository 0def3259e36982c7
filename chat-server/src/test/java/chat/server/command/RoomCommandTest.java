package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RoomCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldMakeARoomTheCurrentOne() {
        ann.type("/join staff").lines();
        bob.type("/join staff").lines();
        assertThat(ann.type("/room lobby").lines()).containsExactly("* bob joined", "What you type goes to lobby now.");
        bob.type("hi");
        assertThat(ann.lines()).containsExactly("[staff] bob: hi");
        ann.type("hi from the lobby");
        assertThat(bob.lines()).containsExactly("[lobby] ann: hi from the lobby");
        assertThat(ann.type("/allusers").lines()).containsExactly("2 people in lobby: ann, bob");
    }

    @Test
    void shouldWriteWhatWasSaidBeforeAsItWas() {
        ann.type("/join staff").lines();
        bob.type("said before");
        ann.type("/room lobby");
        bob.type("said after");
        assertThat(ann.lines())
                .containsExactly("[lobby] bob: said before", "What you type goes to lobby now.", "bob: said after");
    }

    @Test
    void shouldOnlyGoWhereOneIs() {
        bob.type("/join staff");
        assertThat(ann.type("/room staff").lines())
                .containsExactly("You are not in staff. /join staff goes there; /rooms lists the rooms.");
        assertThat(ann.type("/room a:b").text()).startsWith("This cannot be the name of a room.");
        assertThat(ann.type("/room").lines()).containsExactly("Please type /room ROOM, for example: /room lobby");
    }
}
