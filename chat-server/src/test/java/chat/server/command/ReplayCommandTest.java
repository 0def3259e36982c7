package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Joined;
import chat.common.event.Message;
import chat.common.event.NameAccepted;
import chat.common.event.ReplayChanged;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCommandTest {
    private static final RoomName STAFF = new RoomName("staff");

    @AutoClose
    private final EmbeddedChat chat = EmbeddedChat.withReplay(5);

    private final Terminal ann = chat.join("ann");

    @Test
    void shouldTellWhoWantsNoneOnlyWhatIsNew() {
        ann.type("one").lines();
        Terminal bot = chat.connectProgram();
        assertThat(bot.type("/replay off", "/setname bot").events())
                .containsExactly(new ReplayChanged(false), new NameAccepted(UserName.of("bot"), true));
        ann.type("two");
        assertThat(bot.events()).containsExactly(new Message(RoomName.LOBBY, UserName.of("ann"), "two"));
    }

    @Test
    void shouldTellItAgainInRoomsThatAreJoinedLater() {
        ann.type("/join staff", "one").lines();
        Terminal bot = chat.joinProgram("bot");
        assertThat(bot.type("/replay off", "/join staff").events())
                .containsExactly(new ReplayChanged(false), new Joined(STAFF, "", 2, false));
        bot.type("/leave staff", "/replay on").events();
        assertThat(bot.type("/join staff").events()).hasSize(3);
    }

    @Test
    void shouldTellProgramsWhereTheRoomStoodWhenTheyCame() {
        ann.type("one", "two").lines();
        Terminal bot = chat.connectProgram();
        String before =
                bot.type("/replay off", "/setname bot").received().get(1).id();
        assertThat(before).isEqualTo(chat.rooms().lobby().ids().of(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0"})
    void shouldSayHowItIsTyped(String words) {
        assertThat(ann.type("/replay " + words).text()).startsWith("Please type /replay SWITCH, for example: ");
    }
}
