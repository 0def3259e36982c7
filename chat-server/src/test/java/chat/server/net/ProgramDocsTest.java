package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plays the protocol's examples of what a program sends and reads; {@code ...} in an answer is any id or time. */
class ProgramDocsTest {
    private static final Path PROTOCOL = Path.of("..", "docs", "protocol.md");

    @Test
    void shouldGoLikeTheProtocolSays() throws IOException {
        assumeTrue(Files.exists(PROTOCOL));
        List<String> script = blocks(Files.readAllLines(PROTOCOL));
        assertThat(script).isNotEmpty();
        try (EmbeddedChat chat = new EmbeddedChat()) {
            Terminal program = chat.connect();
            List<String> transcript = new ArrayList<>();
            read(program, transcript);
            for (String line : script) {
                if (line.startsWith("> ")) {
                    transcript.add(line);
                    read(program.type(line.substring(2)), transcript);
                }
            }
            assertThat(transcript).isEqualTo(script);
        }
    }

    private static void read(Terminal program, List<String> transcript) {
        for (String line : program.lines()) {
            transcript.add("< "
                    + line.replaceFirst("\"id\":\"[^\"]+\"", "\"id\":...")
                            .replaceFirst("\"at\":\"[^\"]+\"", "\"at\":..."));
        }
    }

    private static List<String> blocks(List<String> lines) {
        List<String> script = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("```")) {
                inside = line.equals("```program");
            } else if (inside) {
                script.add(line);
            }
        }
        return script;
    }
}
