package chat.server.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes errors into the log, {@code %ex} in a pattern: their messages may quote what somebody typed. */
public final class ErrorEscaper extends ThrowableProxyConverter {
    /** Made by logback, which reads the class's name in its configuration. */
    public ErrorEscaper() {}

    @Override
    protected String throwableProxyToString(IThrowableProxy error) {
        return super.throwableProxyToString(new Quoted(error));
    }

    /** The same error with a message on one line. */
    private record Quoted(IThrowableProxy error) implements IThrowableProxy {
        static @Nullable IThrowableProxy of(@Nullable IThrowableProxy error) {
            return error == null ? null : new Quoted(error);
        }

        @Override
        public @Nullable String getMessage() {
            return Escaped.text(error.getMessage());
        }

        @Override
        public @Nullable String getOverridingMessage() {
            return Escaped.text(error.getOverridingMessage());
        }

        @Override
        public String getClassName() {
            return error.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return error.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return error.getCommonFrames();
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            return of(error.getCause());
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return Arrays.stream(error.getSuppressed()).map(Quoted::new).toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return error.isCyclic();
        }
    }
}
