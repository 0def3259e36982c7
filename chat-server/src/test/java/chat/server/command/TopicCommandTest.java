package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.event.TopicIs;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TopicCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldTellTheRoomAndRememberIt() {
        assertThat(ann.type("/topic").lines()).containsExactly("There is no topic in lobby.");
        assertThat(ann.type("/topic lunch at noon").lines()).containsExactly("The topic of lobby: lunch at noon");
        assertThat(bob.lines()).containsExactly("* ann set the topic: lunch at noon");
        assertThat(bob.type("/topic").lines()).containsExactly("The topic of lobby: lunch at noon");
    }

    @Test
    void shouldTakeItAway() {
        ann.type("/topic lunch", "/topic -").lines();
        assertThat(bob.lines()).containsExactly("* ann set the topic: lunch", "* ann took the topic away");
        assertThat(bob.type("/topic").lines()).containsExactly("There is no topic in lobby.");
    }

    @Test
    void shouldBeShort() {
        assertThat(ann.type("/topic " + "é".repeat(200)).text()).startsWith("The topic of lobby: é");
        assertThat(ann.type("/topic " + "x".repeat(201)).lines())
                .containsExactly(
                        "Please type /topic [TEXT], for example: /topic lunch  (A topic has up to 200 characters.)");
    }

    @Test
    void shouldTellProgramsWhereItIsInTheRoomsHistory() {
        Terminal bot = chat.joinProgram("bot");
        assertThat(bot.type("/topic lunch").lines())
                .singleElement()
                .asString()
                .matches("\\{\"event\":\"said\",\"room\":\"lobby\",\"id\":\"[^\"]+\",\"at\":\"[^\"]+\"}");
        assertThat(bot.type("/topic").events()).containsExactly(new TopicIs(RoomName.LOBBY, "lunch"));
    }
}
