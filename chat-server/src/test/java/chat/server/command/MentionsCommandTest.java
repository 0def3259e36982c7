package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Found;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MentionsCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldFindWhatNamedOneWhileOneWasAway() {
        bob.hangUp();
        ann.type("ask Bob about it", "bobby knows, too", "@bob?").lines();
        Terminal back = chat.join("bob");
        assertThat(timeless(back.type("/mentions").lines()))
                .containsExactlyInAnyOrder(
                        "[lobby] [time] ann: @bob?", "[lobby] [time] ann: ask Bob about it", "2 lines found.");
    }

    @Test
    void shouldFindNothingInARoomThatOneIsNotIn() {
        ann.type("/join staff", "do not tell bob");
        assertThat(bob.type("/mentions").lines()).containsExactly("Nothing was found in your rooms.");
    }

    @Test
    void shouldAnswerProgramsWithFields() {
        Terminal bot = chat.joinProgram("bot");
        ann.type("hello bot");
        bot.lines();
        assertThat(bot.type("/mentions").events()).hasSize(2).last().isEqualTo(new Found(1, false));
    }

    private static List<String> timeless(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("\\[\\d\\d:\\d\\d]", "[time]"))
                .toList();
    }
}
