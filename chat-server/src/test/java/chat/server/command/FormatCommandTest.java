package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatCommandTest {
    private static final String IS_JSON = "{\"event\":\"format\",\"format\":\"json\"}";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @ParameterizedTest
    @ValueSource(strings = {"/format json", "/FORMAT JSON", "/format  json "})
    void shouldAnswerInTheNewFormat(String line) {
        assertThat(ann.type(line).text()).isEqualTo(IS_JSON + "\n");
        assertThat(ann.type("/format text").text()).isEqualTo("Format: text.\n");
        assertThat(ann.type("/format text").text()).isEqualTo("Format: text.\n");
    }

    @Test
    void shouldWorkBeforeANameIsSet() {
        Terminal eve = chat.connect();
        assertThat(eve.type("/format json", "/allusers", "/setname eve").lines())
                .extracting(line -> line.replaceFirst("\"id\":.*}", "\"id\":...}"))
                .containsExactly(
                        "Welcome to ClientMessageSystem.",
                        "Please choose a name: type /setname NAME and press Enter.",
                        IS_JSON,
                        "{\"event\":\"name-prompt\","
                                + "\"text\":\"Please choose a name: type /setname NAME and press Enter.\"}",
                        "{\"event\":\"name-accepted\",\"name\":\"eve\",\"first\":true,\"id\":...}");
    }

    @Test
    void shouldTellWhatWasSaidBeforeInTheFormatBefore() {
        bob.type("before");
        ann.type("/format json");
        bob.type("after");
        assertThat(ann.lines())
                .hasSize(3)
                .startsWith("bob: before", IS_JSON)
                .last()
                .asString()
                .startsWith("{\"event\":\"message\",\"room\":\"lobby\",\"from\":\"bob\",\"text\":\"after\",\"id\":");
        bob.type("json still");
        ann.type("/format text");
        bob.type("text again");
        assertThat(ann.lines()).hasSize(3).endsWith("Format: text.", "bob: text again");
    }

    @Test
    void shouldEndJsonLinesWithALineFeedWhateverTheProgramSends() {
        ann.send("/format json\r\n/allusers\r\n/ping\n\r\n");
        bob.type("hi");
        assertThat(ann.text()).contains("\"pong\"", "\"hi\"").doesNotContain("\r");
        ann.send("/format text\r\n");
        assertThat(ann.text()).isEqualTo("Format: text.\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/format", "/format xml", "/format json text"})
    void shouldSayWhichFormatsThereAre(String line) {
        assertThat(ann.type(line).lines())
                .containsExactly("Please type /format FORMAT, for example: /format json  (FORMAT is json or text.)");
    }
}
