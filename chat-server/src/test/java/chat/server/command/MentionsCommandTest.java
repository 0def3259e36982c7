package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Found;
import chat.common.event.Mentioned;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldFindWhatNamedOneWhileOneWasAway() {
        ann.type("bob is still here").lines();
        chat.pass(60_000);
        bob.hangUp();
        chat.pass(60_000);
        ann.type("ask Bob about it", "bobby knows, too", "@bob?").lines();
        chat.pass(60_000);
        Terminal back = chat.join("bob");
        ann.type("bob is back").lines();
        back.lines();
        assertThat(timeless(back.type("/mentions").lines()))
                .containsExactlyInAnyOrder(
                        "[lobby] [time] ann: @bob?",
                        "[lobby] [time] ann: ask Bob about it",
                        "2 lines named you while you were away (since [time]).");
        assertThat(timeless(back.type("/mentions 1").lines()))
                .containsExactly("[lobby] [time] ann: bob is back", "These are the latest 1; there are more.");
    }

    @Test
    void shouldSaySinceWhenNobodyHasNamedOne() {
        bob.hangUp();
        chat.pass(60_000);
        Terminal back = chat.join("bob");
        assertThat(timeless(back.type("/mentions").lines()))
                .containsExactly(
                        "Nobody named you while you were away (since [time]). For older lines type /mentions 50");
        assertThat(ann.type("/mentions").lines())
                .containsExactly("Nobody named you before you came. For older lines type /mentions 50");
    }

    @Test
    void shouldFindNothingInARoomThatOneIsNotIn() {
        bob.hangUp();
        ann.type("/join staff", "do not tell bob").lines();
        Terminal back = chat.join("bob");
        assertThat(back.type("/mentions").text()).startsWith("Nobody named you");
        assertThat(back.type("/mentions 50").lines()).containsExactly("Nothing was found in your rooms.");
    }

    @Test
    void shouldAnswerProgramsWithFields() {
        ann.type("hello bot");
        Terminal bot = chat.joinProgram("bot");
        assertThat(bot.type("/mentions").events()).hasSize(2).last().isEqualTo(new Mentioned(1, false, ""));
        assertThat(bot.type("/mentions 50").events()).hasSize(2).last().isEqualTo(new Found(1, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "x", "-1"})
    void shouldSayHowItIsTyped(String words) {
        assertThat(ann.type("/mentions " + words).text()).startsWith("Please type /mentions [COUNT], for example: ");
    }

    private static List<String> timeless(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("\\[\\d\\d:\\d\\d]", "[time]")
                        .replaceFirst("since \\d\\d:\\d\\d", "since [time]"))
                .toList();
    }
}
