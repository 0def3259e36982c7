package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import chat.server.ChatServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Plays every script in {@code conversations/}, and every transcript in the protocol's description. */
class ConversationTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/conversations");
    private static final Path PROTOCOL = Path.of("../docs/protocol.md");

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> shouldGoLikeTheScript() throws IOException {
        List<Script> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".chat")) {
                    scripts.add(Script.parse(file.getFileName().toString(), 0, Files.readAllLines(file)));
                }
            }
        }
        assertThat(scripts).isNotEmpty();
        return scripts.stream().flatMap(ConversationTest::withEachLineEnd);
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> shouldGoLikeTheProtocolSays() throws IOException {
        if (Files.notExists(PROTOCOL)) {
            return Stream.empty();
        }
        return Script.inMarkdown("protocol.md", Files.readAllLines(PROTOCOL)).stream()
                .flatMap(ConversationTest::withEachLineEnd);
    }

    private static Stream<DynamicTest> withEachLineEnd(Script script) {
        return Stream.of(
                dynamicTest(script.name() + " (LF)", () -> play(script, Person.LF)),
                dynamicTest(script.name() + " (CR LF)", () -> play(script, Person.CRLF)));
    }

    private static void play(Script script, String lineEnd) throws IOException {
        try (ChatServer server = TestServer.start()) {
            Conversation.play(script, server.address().getPort(), lineEnd);
        }
    }
}
