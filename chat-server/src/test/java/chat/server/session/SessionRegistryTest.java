package chat.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import chat.common.UserName;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who is here, and what the person at the server's terminal reads of it. */
class SessionRegistryTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(SessionLog.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    @BeforeEach
    void readTheLog() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void closeTheLog() {
        logger.detachAppender(log);
    }

    @Test
    void shouldLogWhoComesAndGoesWithTheirNumber() {
        Terminal ann = chat.connect();
        Terminal bob = chat.connect();
        ann.type("/setname ann", "/setname zoe");
        ann.type("/quit");
        bob.hangUp();
        assertThat(logged())
                .containsExactly(
                        "User has joined from embedded, active users: 1",
                        "User has joined from embedded, active users: 2",
                        "embedded is now ann",
                        "ann is now zoe",
                        "zoe has left (quit), active users: 1",
                        "An unnamed user has left (connection closed, from embedded), active users: 0");
    }

    @Test
    void shouldNotLetConnectionsWithoutANameFillTheLog() {
        for (int i = 0; i < 100; i++) {
            chat.connect().hangUp();
        }
        assertThat(logged()).hasSize(20);
        log.list.clear();
        chat.join("ann").hangUp();
        assertThat(logged())
                .containsExactly("embedded is now ann", "ann has left (connection closed), active users: 0");
    }

    @Test
    void shouldNotLogANewNameThatIsNone() {
        Terminal tina = chat.join("tina");
        log.list.clear();
        tina.type("/register correct horse", "/setname Tina", "/login tina correct horse");
        tina.type("/unregister correct horse", "/setname Tina");
        assertThat(logged()).containsExactly("tina is now Tina");
    }

    @Test
    void shouldLogALostConnectionLikeAClosedOne() {
        Terminal ann = chat.join("ann");
        log.list.clear();
        ann.channel().pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
        assertThat(logged()).containsExactly("ann has left (connection closed), active users: 0");
        assertThat(ann.channel().isOpen()).isFalse();
    }

    @Test
    void shouldCountEachLeaveOnce() {
        chat.connect();
        Terminal ann = chat.join("ann");
        ann.type("/quit", "/quit").hangUp();
        chat.pass(3000);
        assertThat(chat.registry().active()).isEqualTo(1);
        assertThat(logged()).filteredOn(line -> line.contains("has left")).hasSize(1);
    }

    @Test
    void shouldFindPeopleByAnyFormOfTheirNameWhileTheyHaveIt() {
        Terminal ann = chat.join("Ann");
        assertThat(sessions("ANN")).containsExactly(ann.session());
        ann.type("/setname zoe");
        assertThat(chat.registry().find(UserName.of("ann"))).isEmpty();
        assertThat(sessions("zoe")).containsExactly(ann.session());
        ann.type("/quit");
        assertThat(chat.registry().find(UserName.of("zoe"))).isEmpty();
    }

    @Test
    void shouldGiveANameToOneOnly() {
        Session one = chat.connect().session();
        Session other = chat.connect().session();
        UserName name = UserName.of("ann");
        assertThat(one.identity().take(name)).isTrue();
        assertThat(other.identity().take(name)).isFalse();
        assertThat(one.identity().take(name)).isTrue();
    }

    private List<Session> sessions(String name) {
        return chat.registry().find(UserName.of(name)).map(Person::sessions).orElse(List.of());
    }

    private List<String> logged() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
