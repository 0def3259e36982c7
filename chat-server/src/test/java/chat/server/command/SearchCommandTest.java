package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Found;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SearchCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldFindTheNewestFirstWithRoomAndTime() {
        ann.type("the release is late");
        chat.pass(1000);
        ann.type("/join staff", "no Release date yet", "lunch?").lines();
        assertThat(timeless(ann.type("/search release").lines()))
                .containsExactly(
                        "[staff] [time] ann: no Release date yet",
                        "[lobby] [time] ann: the release is late",
                        "2 lines found.");
        assertThat(timeless(ann.type("/search date release").lines()))
                .containsExactly("[staff] [time] ann: no Release date yet", "1 line found.");
    }

    @Test
    void shouldFindNothingInARoomThatOneIsNotIn() {
        ann.type("/join staff", "secret plan");
        assertThat(bob.type("/search secret").lines()).containsExactly("Nothing was found in your rooms.");
        bob.type("/join staff").lines();
        assertThat(bob.type("/search secret").text()).contains("secret plan");
        bob.type("/leave staff").lines();
        assertThat(bob.type("/search secret").lines()).containsExactly("Nothing was found in your rooms.");
    }

    @Test
    void shouldTellTheLatestIfThereAreMany() {
        IntStream.range(0, 60).forEach(i -> ann.type("text " + i));
        Terminal bot = chat.joinProgram("bot");
        List<String> lines = bot.type("@1 /search text").lines();
        assertThat(lines).hasSize(51);
        assertThat(lines.get(0)).contains("\"text\":\"text 59\"", "\"replay\":true");
        assertThat(bot.type("/search text").events()).last().isEqualTo(new Found(50, true));
    }

    @Test
    void shouldSayHowItIsTyped() {
        assertThat(ann.type("/search").text()).startsWith("Please type /search TEXT, for example: ");
        assertThat(ann.type("/search ?!").lines()).containsExactly("Nothing was found in your rooms.");
    }

    private static List<String> timeless(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("\\[\\d\\d:\\d\\d]", "[time]"))
                .toList();
    }
}
