package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command is in the protocol's documentation. */
class CommandDocsTest {
    private static final Path PROTOCOL = Path.of("..", "docs", "protocol.md");

    @ParameterizedTest
    @MethodSource("chat.server.command.CommandTableTest#table")
    void shouldBeInTheProtocol(Command command) throws IOException {
        String verb = "/" + command.syntax().verb();
        String text = Files.exists(PROTOCOL) ? Files.readString(PROTOCOL) : "";
        boolean mentioned =
                Pattern.compile(Pattern.quote(verb) + "\\b").matcher(text).find();
        assertThat(mentioned)
                .as("docs/protocol.md does not mention %s: please describe it there", verb)
                .isTrue();
    }
}
