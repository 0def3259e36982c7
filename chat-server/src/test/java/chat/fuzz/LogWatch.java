package chat.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import chat.server.log.MessageEscaper;
import chat.testing.Harmless;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Reads the server's log instead of whoever reads it otherwise: nothing may have gone wrong, nothing may do harm. */
public final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final MessageEscaper shown = new MessageEscaper();
    private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();

    public LogWatch() {
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
            others.add(all.next());
        }
        others.forEach(root::detachAppender);
        setContext(root.getLoggerContext());
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        events.add(event);
    }

    /** Fails on a warning or an error, and on a line that does not fit on one. */
    public void check() {
        for (ILoggingEvent event = events.poll(); event != null; event = events.poll()) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                throw new AssertionError(
                        event.getFormattedMessage() + "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
            Harmless.check(shown.convert(event));
        }
    }

    @Override
    public void close() {
        root.detachAppender(this);
        others.forEach(root::addAppender);
        stop();
    }
}
