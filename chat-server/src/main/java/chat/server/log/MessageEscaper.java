package chat.server.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/** Writes the messages of the log, {@code %msg} in a pattern: whatever is in them cannot end a line or begin another. */
public final class MessageEscaper extends MessageConverter {
    /** Made by logback, which reads the class's name in its configuration. */
    public MessageEscaper() {}

    @Override
    public @Nullable String convert(ILoggingEvent event) {
        return Escaped.text(super.convert(event));
    }
}
