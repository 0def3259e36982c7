package chat.client.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Finds the lines in what one connection brings, without copying or allocating: a sink looks at each where it lies.
 * Only a line that two reads share is put together in a buffer of its own. One event loop.
 */
final class LineScanner {
    private final int maxLineBytes;

    /** On the heap, so that nobody has to release it; no bytes until a line is cut. */
    private final ByteBuf begun = Unpooled.buffer(0);

    /** Looks at a line. */
    interface Sink {
        /**
         * One line, valid during the call.
         *
         * @param bytes where it lies; its indices are not to be moved
         * @param start the index of its first byte
         * @param end the index behind its last, line end not counted
         */
        void line(ByteBuf bytes, int start, int end);
    }

    LineScanner(int maxLineBytes) {
        this.maxLineBytes = maxLineBytes;
    }

    /**
     * Takes what one read brought.
     *
     * @param read the bytes; the caller goes on owning them
     * @param sink is shown each line that ends in them
     * @throws IllegalStateException if a line is longer than any server sends, since nothing after it can be trusted
     */
    void scan(ByteBuf read, Sink sink) {
        int start = read.readerIndex();
        int end = read.writerIndex();
        int newline = read.indexOf(start, end, (byte) '\n');
        if (begun.isReadable() && newline >= 0) {
            keep(read, start, newline + 1);
            show(begun, begun.readerIndex(), begun.writerIndex() - 1, sink);
            begun.clear();
            start = newline + 1;
            newline = read.indexOf(start, end, (byte) '\n');
        }
        while (newline >= 0) {
            show(read, start, newline, sink);
            start = newline + 1;
            newline = read.indexOf(start, end, (byte) '\n');
        }
        if (start < end) {
            keep(read, start, end);
        }
    }

    private static void show(ByteBuf bytes, int start, int newline, Sink sink) {
        boolean carriageReturn = newline > start && bytes.getByte(newline - 1) == '\r';
        sink.line(bytes, start, carriageReturn ? newline - 1 : newline);
    }

    private void keep(ByteBuf read, int from, int to) {
        if (begun.readableBytes() + to - from > maxLineBytes) {
            throw new IllegalStateException("a line of more than " + maxLineBytes + " bytes");
        }
        begun.writeBytes(read, from, to - from);
    }
}
