package chat.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import chat.server.limit.LimitSettings;
import chat.server.net.web.Forwarders;
import chat.server.net.web.WebOrigins;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** What a server says of itself tells people where to go. */
@Isolated("reads the log")
class AnnouncementTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Announcement.class);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        LOG.addAppender(log);
    }

    @AfterEach
    void stop() {
        LOG.detachAppender(log);
    }

    @Test
    void shouldTellTheAddressOfThePage() throws IOException {
        try (ChatServer server = ChatServer.start(config("127.0.0.1"))) {
            int port = server.webAddress().orElseThrow().getPort();
            assertThat(announced(server)).contains("The page for browsers: http://127.0.0.1:" + port + "/");
        }
    }

    @Test
    void shouldCallThisMachineByItsName() throws IOException {
        try (ChatServer server = ChatServer.start(config("0.0.0.0"))) {
            int port = server.webAddress().orElseThrow().getPort();
            String elsewhere = OwnAddress.find()
                    .map(own -> ", from other machines http://" + own.getHostAddress() + ":" + port + "/")
                    .orElse("");
            assertThat(announced(server)).contains("The page for browsers: http://localhost:" + port + "/" + elsewhere);
        }
    }

    @Test
    void shouldPutBracketsAroundAnAddressOfIpv6() throws IOException {
        try (ChatServer server = ChatServer.start(config("::1"))) {
            int port = server.webAddress().orElseThrow().getPort();
            assertThat(announced(server)).contains("The page for browsers: http://[::1]:" + port + "/");
        }
    }

    @Test
    void shouldSendPeopleToTheProxyWhereOnlyThatMayConnect() throws IOException {
        WebConfig page = config("127.0.0.1").web().orElseThrow().withForwarders(Forwarders.at(List.of("127.0.0.1")));
        try (ChatServer server = ChatServer.start(config("127.0.0.1").withWeb(page))) {
            assertThat(announced(server))
                    .contains(
                            "The page for browsers is on port "
                                    + server.webAddress().orElseThrow().getPort()
                                    + ", through the proxy: --web-forwarded-from says that only proxies connect from 127.0.0.1");
        }
    }

    private List<String> announced(ChatServer server) {
        Announcement.of(server);
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static ServerConfig config(String bind) {
        return ServerConfig.defaults()
                .withBind("127.0.0.1")
                .withPort(0)
                .withLoops(1)
                .withLimits(LimitSettings.none())
                .withWeb(new WebConfig(bind, 0, WebOrigins.ownAnd(List.of())));
    }
}
