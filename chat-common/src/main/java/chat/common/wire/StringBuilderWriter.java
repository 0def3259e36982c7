package chat.common.wire;

import java.io.Writer;

/** Appends to a string builder, without the lock of {@link java.io.StringWriter}. */
final class StringBuilderWriter extends Writer {
    private final StringBuilder out;

    StringBuilderWriter(StringBuilder out) {
        this.out = out;
    }

    @Override
    public void write(char[] chars, int offset, int length) {
        out.append(chars, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
