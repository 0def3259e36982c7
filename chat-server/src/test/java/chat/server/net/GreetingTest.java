package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreetingTest {
    private static final String PROMPT = "Please choose a name: type /setname NAME and press Enter.";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    @Test
    void shouldGreetEveryConnectionAndAskForAName() {
        assertThat(chat.connect().text()).isEqualTo("Welcome to ClientMessageSystem.\r\n" + PROMPT + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "/all hello",
                "/allusers",
                "/private ann hi",
                "/cmd",
                "/help",
                "/nonsense",
                "/",
                "",
                " ",
                "quit"
            })
    void shouldAnswerEverythingElseWithTheSamePrompt(String line) {
        Terminal nobody = chat.connect();
        nobody.lines();
        assertThat(nobody.type(line).lines()).containsExactly(PROMPT);
    }

    @Test
    void shouldPromptAsOftenAsItTakes() {
        Terminal nobody = chat.connect();
        nobody.lines();
        assertThat(nobody.type("a", "b", "c").lines()).containsExactly(PROMPT, PROMPT, PROMPT);
        assertThat(nobody.type("/setname ann").text()).contains("accepted");
        assertThat(nobody.type("d").lines()).isEmpty();
    }

    @Test
    void shouldLetNobodyHearWhatAnUnnamedPersonTypes() {
        Terminal ann = chat.join("ann");
        chat.connect().type("hello", "/all hello", "/private ann hello");
        assertThat(ann.lines()).isEmpty();
    }

    @Test
    void shouldTellAnUnnamedPersonNothingOfTheRoom() {
        Terminal nobody = chat.connect();
        nobody.lines();
        chat.join("ann").type("hello");
        assertThat(nobody.lines()).isEmpty();
    }
}
