package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import chat.server.ChatServer;
import chat.server.store.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Whatever people do with passwords, none is in a log, however much is logged, and none in a file. */
@Isolated("reads the whole log")
class PasswordsStaySecretTest {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final String SECRET = "xyzzy";

    @TempDir
    private Path directory;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Logger> known = List.of(ROOT, (Logger) LoggerFactory.getLogger("chat"));
    private final List<Level> levels =
            known.stream().map(Logger::getLevel).collect(Collectors.toList()); // some may be null

    @BeforeEach
    void listen() {
        log.start();
        known.forEach(logger -> logger.setLevel(Level.TRACE));
        ROOT.addAppender(log);
    }

    @AfterEach
    void stop() {
        ROOT.detachAppender(log);
        for (int i = 0; i < levels.size(); i++) {
            known.get(i).setLevel(levels.get(i));
        }
    }

    @Test
    void shouldBeInNoLogAndNoFile() throws IOException {
        try (ChatServer server = ChatServer.start(TestServer.config().withStore(StoreSettings.in(directory)))) {
            int port = server.address().getPort();
            try (Person ann = Person.joins("ann", port);
                    Person bob = Person.joins("bob", Door.plain(port), Person.CRLF)) {
                ann.types("/register " + SECRET + "-and-more");
                ann.reads("The name ann is yours now. Next time, type /login ann");
                ann.types("/password " + SECRET + "-and-more " + SECRET + "-and-other");
                ann.reads("The password of ann has changed.");
                ann.types("/password " + SECRET + "-and-other");
                ann.next();
                ann.types("/logni ann " + SECRET + "-and-other");
                assertThat(ann.next()).doesNotContain(SECRET);
                bob.types("/login ann " + SECRET + " wrong");
                bob.reads("That name and password do not go together.");
                bob.types("/register");
                bob.next();
                bob.types(SECRET + "\u0001\uffff and so on");
                bob.next();
                bob.types("/quit " + SECRET);
                bob.next();
                ann.types("/unregister " + SECRET + " wrong");
                ann.reads("That name and password do not go together.");
            }
        }
        assertThat(log.list).isNotEmpty();
        assertThat(log.list).noneMatch(event -> written(event).contains(SECRET));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(SECRET);
            }
        }
    }

    private static String written(ILoggingEvent event) {
        String error = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return event.getFormattedMessage() + error;
    }
}
