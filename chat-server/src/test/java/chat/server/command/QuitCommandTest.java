package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuitCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @ParameterizedTest
    @ValueSource(strings = {"/quit", "/exit", "  /QUIT", "/quit now"})
    void shouldConfirmAndTellTheOthers(String line) {
        assertThat(ann.type(line).text()).isEqualTo("You have left the chat\n");
        assertThat(bob.lines()).containsExactly("* ann left");
        assertThat(chat.registry().active()).isEqualTo(1);
    }

    @Test
    void shouldCloseTwoSecondsLaterIfTheOtherSideDoesNot() {
        ann.type("/quit");
        chat.pass(1999);
        assertThat(ann.channel().isOpen()).isTrue();
        chat.pass(1);
        assertThat(ann.channel().isOpen()).isFalse();
    }

    @Test
    void shouldLeaveNothingToDoWhenTheOtherSideCloses() {
        ann.type("/quit").hangUp();
        assertThat(ann.channel().runScheduledPendingTasks()).isEqualTo(-1);
        bob.lines();
        chat.pass(5000);
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldWorkBeforeANameIsSet() {
        Terminal nobody = chat.connect();
        nobody.text();
        assertThat(nobody.type("/quit").text()).isEqualTo("You have left the chat\n");
        chat.pass(2000);
        assertThat(nobody.channel().isOpen()).isFalse();
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldNotHearWhatIsTypedBehindIt() {
        ann.send("bye\n/quit\nhello?\n/setname zoe\n/quit\n" + "x".repeat(5000) + "\n");
        ann.type("anybody?");
        assertThat(ann.lines()).containsExactly("You have left the chat");
        chat.pass(1000);
        assertThat(bob.lines()).containsExactly("ann: bye", "* ann left");
    }

    @Test
    void shouldTellNoMoreOfTheRoomAfterwards() {
        ann.type("/quit").text();
        bob.type("too late", "/private ann too late");
        assertThat(ann.text()).isEmpty();
    }

    @Test
    void shouldTellWhatWasSaidBeforeIt() {
        bob.type("one last thing");
        assertThat(ann.type("/quit").lines()).containsExactly("bob: one last thing", "You have left the chat");
    }

    @Test
    void shouldCloseThoughTheOtherSideDoesNotRead() {
        ann.stopReading().type("/quit");
        bob.type("x".repeat(2000));
        assertThat(chat.registry().active()).isEqualTo(1);
        chat.pass(2000);
        assertThat(ann.channel().isOpen()).isFalse();
    }
}
