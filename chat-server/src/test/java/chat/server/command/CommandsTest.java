package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is the same for all commands: nobody knows them, or nobody may use them yet. */
class CommandsTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @ParameterizedTest
    @CsvSource({
        "/privat bob hi, privat, private",
        "/pirvate bob hi, pirvate, private",
        "/qiut, qiut, quit",
        "/users, users, allusers",
        "/ALLUSER, alluser, allusers",
        "/hepl, hepl, help",
        "/, '', me",
        "//, /, me",
        "/q, q, quit"
    })
    void shouldNameTheNearestCommand(String line, String verb, String nearest) {
        assertThat(ann.type(line).lines())
                .containsExactly("There is no command /" + verb + "; did you mean /" + nearest
                        + "? Type /cmd to see all commands.");
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldNotRepeatAnEndlessWord() {
        String answer = ann.type("/" + "😀".repeat(1000)).text();
        assertThat(answer).startsWith("There is no command /" + "😀".repeat(10) + "...; did you mean /");
    }

    @Test
    void shouldLetTheSessionLiveOnAfterEveryMistake() {
        ann.type("/x", "/all", "/private", "/private x y", "/setname a b", "/cmd x")
                .lines();
        ann.type("hello");
        assertThat(bob.lines()).containsExactly("ann: hello");
    }
}
