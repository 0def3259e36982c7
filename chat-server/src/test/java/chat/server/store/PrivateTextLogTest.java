package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import chat.common.UserName;
import chat.common.event.PrivateMessage;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.Account;
import chat.server.mail.Letter;
import chat.server.mail.MailStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What people write to one person alone reaches no log and no exception, whatever goes wrong, at any level. */
class PrivateTextLogTest {
    private static final String SECRET = "zsecretz";

    private final Logger log = (Logger) LoggerFactory.getLogger("chat");
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage() + " " + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    };

    @BeforeEach
    void listen() {
        appender.setContext(log.getLoggerContext());
        appender.start();
        log.addAppender(appender);
        log.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(appender);
        log.setLevel(null);
    }

    @Test
    void shouldNotBeThereWhenAllGoesWell() {
        try (EmbeddedChat chat = new EmbeddedChat()) {
            Account bob = chat.accounts().add(UserName.of("bob"), false).join();
            Terminal ann = chat.join("ann");
            Terminal carl = chat.join("carl");
            ann.type("/private carl " + SECRET, "/private bob " + SECRET, "/private nobody " + SECRET);
            carl.type("/reply " + SECRET, "/ignore ann");
            ann.type("/private carl " + SECRET, "/reply " + SECRET);
            assertThat(carl.session().identity().logIn(bob)).isTrue();
            assertThat(carl.text()).contains(SECRET);
        }
        assertThat(lines).isNotEmpty().noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void shouldNotBeThereWhenItCannotBeKept(@TempDir Path directory) throws SQLException, StoreException {
        Letter letter = new Letter(2, UserName.of("ann"), 1, 7, SECRET);
        try (SqliteStore store = SqliteStore.open(StoreSettings.in(directory), InstantSource.system())) {
            Owners.addTo(store);
            MailStore mail = store.mail();
            mail.keep(letter).join();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("chat.db"));
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE mail RENAME TO elsewhere");
            }
            refused(mail.keep(letter));
            refused(mail.handOver(2, 0, 10));
        }
        assertThat(lines).isNotEmpty().noneMatch(line -> line.contains(SECRET));
    }

    private static void refused(CompletableFuture<?> change) {
        assertThat(change.handle((done, error) -> String.valueOf(error)).join())
                .isNotEqualTo("null")
                .doesNotContain(SECRET);
    }

    @Test
    void shouldNotBeInWhatCarriesIt() {
        assertThat(new PrivateMessage(UserName.of("ann"), SECRET).toString()).doesNotContain(SECRET);
    }
}
