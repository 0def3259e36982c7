package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.Goodbye;
import chat.common.event.Message;
import chat.common.event.Pong;
import chat.common.event.Received;
import chat.common.event.Tip;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.session.Ending;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which line of a program an answer is for. */
class ProgramTagsTest {
    private static final RoomName LOBBY = RoomName.LOBBY;

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bot = chat.joinProgram("bot");

    @Test
    void shouldKnowNoTagsInText() {
        assertThat(ann.type("@7 /ping").lines()).isEmpty();
        assertThat(bot.events()).containsExactly(new Message(LOBBY, UserName.of("ann"), "@7 /ping"));
    }

    @Test
    void shouldRefuseALineThatIsTooLongOnce() {
        bot.type("@7 /all " + "x".repeat(5000), "@8 /ping");
        assertThat(bot.received())
                .extracting(answer -> answer.event() instanceof Failure failure ? failure.code() : answer.tag())
                .containsExactly(Failure.Code.LINE_TOO_LONG, "8");
    }

    @Test
    void shouldTakeNoTagFromOneLineToTheNext() {
        assertThat(bot.type("@7 /quitt", "/ping", "@8 /ping", "hi").received())
                .extracting(Received::tag)
                .containsExactly("7", null, "8", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u0007", "\r"})
    void shouldNotAnswerABlankLine(String line) {
        assertThat(bot.type(line).lines()).isEmpty();
        assertThat(chat.connectProgram().type(line).lines())
                .as("without a name")
                .isEmpty();
    }

    @Test
    void shouldNotTakeAnUnaskedEventForTheAnswer() {
        bot.session().tags().begin("7");
        bot.session().send(new Tip("by the way"));
        bot.session().answers().give(new Pong());
        assertThat(bot.received()).extracting(Received::tag).containsExactly(null, "7");
    }

    @Test
    void shouldNotTakeTheEndOfTheServerForTheAnswer() {
        bot.session().tags().begin("7");
        bot.session().end(Ending.SERVER_STOPPED);
        assertThat(bot.received())
                .containsExactly(new Received(new Goodbye(Goodbye.Reason.SERVER_STOPPED), null, null, null));
    }
}
