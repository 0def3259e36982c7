package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");
    private final Terminal eve = chat.join("eve");

    @ParameterizedTest
    @ValueSource(strings = {"/all hello", "hello", "/ALL   hello  ", "  /all hello"})
    void shouldSayItToEveryoneElse(String line) {
        ann.type(line);
        assertThat(bob.lines()).containsExactly("ann: hello");
        assertThat(eve.lines()).containsExactly("ann: hello");
        assertThat(ann.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/all", "/all   ", "/all \t"})
    void shouldSayHowItIsTypedWithoutText(String line) {
        assertThat(ann.type(line).lines()).containsExactly("Please type /all TEXT, for example: /all hello everybody");
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldKeepTheOrderForEverybody() {
        for (int i = 0; i < 50; i++) {
            ann.type("a" + i);
            bob.type("b" + i);
        }
        assertThat(eve.lines()).hasSize(100).startsWith("ann: a0", "bob: b0", "ann: a1");
        assertThat(ann.lines()).hasSize(50).startsWith("bob: b0", "bob: b1");
        assertThat(bob.lines()).hasSize(50).startsWith("ann: a0", "ann: a1");
    }

    @Test
    void shouldAnswerBehindWhatWasSaidBefore() {
        bob.type("one", "two");
        assertThat(ann.type("/allusers").lines())
                .containsExactly("bob: one", "bob: two", "3 people in lobby: ann, bob, eve");
    }

    @Test
    void shouldSaySeveralLinesOfOnePacket() {
        ann.send("one\ntwo\n/all three\n");
        assertThat(bob.lines()).containsExactly("ann: one", "ann: two", "ann: three");
    }

    @Test
    void shouldTellNewcomersNothingOfBefore() {
        ann.type("hello");
        assertThat(chat.connect().type("/setname zoe").text()).doesNotContain("hello");
    }
}
