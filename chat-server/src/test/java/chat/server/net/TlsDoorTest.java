package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("reads the log")
class TlsDoorTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(QuietLog.class);

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
    void shouldNotLogWhatAStrangerHasSent() {
        assertThat(logged(new NotSslRecordException("not an SSL/TLS record: 160301deadbeef")))
                .endsWith(": TLS: it began with something that only looks like TLS");
    }

    @Test
    void shouldCutWhatIsLong() {
        assertThat(logged(new SSLHandshakeException("x".repeat(5000))))
                .endsWith(": TLS: " + "x".repeat(195) + "...")
                .hasSizeLessThan(300);
    }

    @Test
    void shouldSayThatTheHandshakeFailedWhenNobodyKnowsWhy() {
        assertThat(logged(new SSLHandshakeException(null))).endsWith(": TLS: the handshake failed");
    }

    private String logged(Exception cause) {
        EmbeddedChannel channel = new EmbeddedChannel(new TlsDoor(new QuietLog(() -> 0), () -> {
            throw new AssertionError("opened");
        }));
        channel.pipeline().fireUserEventTriggered(new SslHandshakeCompletionEvent(cause));
        channel.finishAndReleaseAll();
        assertThat(log.list).hasSize(1);
        return log.list.get(0).getFormattedMessage();
    }
}
