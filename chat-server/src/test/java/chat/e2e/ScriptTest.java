package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.server.ChatServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A runner that lets everything pass proves nothing, so it is tested too. */
class ScriptTest {
    private static ChatServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "ann says hi", "ann>hi", "< hi", "ann is", "ann  connects", " ann connects"})
    void shouldSayWhereAScriptCannotBeRead(String line) {
        assertThatThrownBy(() -> script("# hello", "", line))
                .hasMessageStartingWith("x.chat:3: cannot read \"" + line + "\" (expected: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ann> hi          | ann is not here
            ann< hi          | ann is not here
            ann is silent    | ann is not here
            eve< hi          | eve reads "Welcome to ClientMessageSystem." (expected: "hi")
            eve is silent    | eve has something to read that the script does not mention: [Welcome
            """)
    void shouldSayWhatWentOtherwise(String line, String problem) {
        assertThatThrownBy(() -> play("eve connects", line))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("x.chat:2: " + problem);
    }

    @Test
    void shouldNotEndWithUnreadLines() {
        assertThatThrownBy(() -> play("fay joins", "fay> /nothing"))
                .hasMessageStartingWith("x.chat (end): fay has something to read");
    }

    @Test
    void shouldTakeMergedNoticesApart() {
        assertThat(Notice.facts("* ann, bob and 35 others joined; eve left; cid is now dan, and tom is now tim"))
                .containsExactly(
                        "ann joined", "bob joined", "35 others joined", "eve left", "cid is now dan", "tom is now tim");
    }

    @Test
    void shouldExpandRepetitionsAndBytes() {
        assertThat(script("ann> a{b*3}{0x1b}c").steps().get(0).bytes()).isEqualTo("abbb\u001bc".getBytes(UTF_8));
        assertThat(script("ann> {0xff}").steps().get(0).bytes()).containsExactly(0xff);
    }

    @Test
    void shouldFindTranscriptsInMarkdown() {
        List<String> text = List.of("# Title", "```chat", "ann connects", "```", "```", "no", "```", "```chat", "bad!");
        assertThat(Script.inMarkdown("a.md", text.subList(0, 7)))
                .containsExactly(
                        new Script("a.md:2", script("a.md", 2, "ann connects").steps()));
        assertThatThrownBy(() -> Script.inMarkdown("a.md", text))
                .hasMessageStartingWith("a.md:9: cannot read \"bad!\"");
    }

    private static void play(String... lines) {
        Conversation.play(script(lines), Door.plain(server.address().getPort()), Person.LF);
    }

    private static Script script(String... lines) {
        return script("x.chat", 0, lines);
    }

    private static Script script(String file, int before, String... lines) {
        return Script.parse(file, before, List.of(lines));
    }
}
