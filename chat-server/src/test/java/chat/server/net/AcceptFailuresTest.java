package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("reads the log")
class AcceptFailuresTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(AcceptFailures.class);
    private static final IOException OUT_OF_FILES =
            new IOException("accept(..) failed with error(-24): Too many open files");

    private final AtomicLong nanos = new AtomicLong();
    private final EmbeddedChannel listener = new EmbeddedChannel(new AcceptFailures(nanos::get));
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        LOG.addAppender(log);
    }

    @AfterEach
    void stop() {
        LOG.detachAppender(log);
        listener.finishAndReleaseAll();
    }

    @Test
    void shouldSayWhatToDoWhenThereAreNoMoreOpenFiles() {
        fail(OUT_OF_FILES);
        assertThat(log.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .isEqualTo("Cannot accept connections: too many open files. Raise the limit (ulimit -n) or lower"
                            + " --max-connections.");
        });
    }

    @Test
    void shouldSayItOnceAMinuteWhateverElseFails() {
        for (int second = 0; second < 120; second++) {
            fail(new IOException("odd"));
            fail(OUT_OF_FILES);
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.contains("too many open files"))
                .hasSize(2);
        assertThat(log.list).hasSize(4);
    }

    @Test
    void shouldRestForASecond() {
        fail(OUT_OF_FILES);
        assertThat(listener.config().isAutoRead()).isFalse();
        listener.advanceTimeBy(1, TimeUnit.SECONDS);
        listener.runScheduledPendingTasks();
        assertThat(listener.config().isAutoRead()).isTrue();
    }

    private void fail(IOException why) {
        listener.pipeline().fireExceptionCaught(why);
    }
}
