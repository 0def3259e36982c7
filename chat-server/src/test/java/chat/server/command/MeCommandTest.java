package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Action;
import chat.common.event.Said;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MeCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldTellTheRoom() {
        assertThat(ann.type("/me waves").lines()).isEmpty();
        assertThat(bob.lines()).containsExactly("-> ann waves");
    }

    @Test
    void shouldNotPassForANoticeOrForWords() {
        ann.type("/me * bob left", "/me bob: hi");
        assertThat(bob.lines()).containsExactly("-> ann * bob left", "-> ann bob: hi");
    }

    @Test
    void shouldConfirmItToPrograms() {
        Terminal bot = chat.joinProgram("bot");
        assertThat(bot.type("/me waves").events()).containsExactly(new Said(RoomName.LOBBY));
        ann.type("/me waves back");
        assertThat(bot.events()).containsExactly(new Action(RoomName.LOBBY, UserName.of("ann"), "waves back"));
    }

    @Test
    void shouldSayHowItIsTyped() {
        assertThat(ann.type("/me").lines()).containsExactly("Please type /me TEXT, for example: /me waves");
    }
}
