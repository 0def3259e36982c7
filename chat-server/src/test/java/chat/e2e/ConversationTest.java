package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import chat.e2e.TestServer.Entrance;
import chat.server.ChatServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Plays every script in {@code conversations/}, and every transcript in the protocol's description. */
class ConversationTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/conversations");
    private static final Path PROTOCOL = Path.of("../docs/protocol.md");

    /** What a WebSocket has rules of its own for, and why that is so. */
    private static final Map<String, String> NOT_FOR_BROWSERS = Map.of(
            "empty-lines.chat",
                    "the page sends none: its lines are answered like a program's, which asks nothing by them",
            "endless-lines.chat", "a message of more than 16 KiB ends the connection, as RFC 6455 has it",
            "not-utf-8.chat", "a message is UTF-8, or the connection ends, as RFC 6455 has it");

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
        return scripts.stream().flatMap(ConversationTest::atEachDoor);
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> shouldGoLikeTheProtocolSays() throws IOException {
        if (Files.notExists(PROTOCOL)) {
            return Stream.empty();
        }
        return Script.inMarkdown("protocol.md", Files.readAllLines(PROTOCOL)).stream()
                .flatMap(ConversationTest::atEachDoor);
    }

    private static Stream<DynamicTest> atEachDoor(Script script) {
        Stream<DynamicTest> browsers = NOT_FOR_BROWSERS.containsKey(script.name())
                ? Stream.empty()
                : Stream.of(
                        goes(script, Entrance.WEB, Person.LF),
                        goes(script, Entrance.WEB_AND_TLS, Person.CRLF),
                        goes(script, Entrance.WEB_AND_PROXY, Person.LF));
        return Stream.concat(atEachTextDoor(script), browsers);
    }

    private static Stream<DynamicTest> atEachTextDoor(Script script) {
        return Stream.of(
                goes(script, Entrance.PLAIN, Person.LF),
                goes(script, Entrance.PLAIN, Person.CRLF),
                goes(script, Entrance.PROXY, Person.LF),
                goes(script, Entrance.TLS, Person.LF),
                goes(script, Entrance.PROXY_AND_TLS, Person.CRLF));
    }

    private static DynamicTest goes(Script script, Entrance entrance, String lineEnd) {
        String how = " (" + entrance + ", " + (lineEnd.equals(Person.LF) ? "LF" : "CR LF") + ")";
        return dynamicTest(script.name() + how, () -> {
            try (ChatServer server = entrance.start()) {
                Conversation.play(script, entrance.door(server), lineEnd);
            }
        });
    }
}
