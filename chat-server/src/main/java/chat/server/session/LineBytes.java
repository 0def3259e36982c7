package chat.server.session;

import chat.common.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;

/**
 * Lines as the bytes that a wire format has: UTF-8, and for a browser in a frame of WebSocket (RFC 6455, section 5.2), so that
 * what many read is put into its frame once, and not by each connection.
 */
public final class LineBytes {
    /** The last frame of a message, and text. */
    private static final int FINAL_TEXT = 0x81;

    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private LineBytes() {}

    /**
     * Makes the bytes of some lines.
     *
     * @param lines in that format
     * @param format of who reads them
     * @param allocator makes the buffer
     * @return the bytes, for the caller to release
     */
    public static ByteBuf of(CharSequence lines, WireFormat format, ByteBufAllocator allocator) {
        int size = ByteBufUtil.utf8Bytes(lines);
        ByteBuf bytes = allocator.directBuffer(size + Long.BYTES + 2);
        write(lines, size, format, bytes);
        return bytes;
    }

    /**
     * Appends the bytes of some lines.
     *
     * @param lines in that format; none have no bytes
     * @param format of who reads them
     * @param out where they are appended
     */
    public static void append(CharSequence lines, WireFormat format, ByteBuf out) {
        write(lines, ByteBufUtil.utf8Bytes(lines), format, out);
    }

    private static void write(CharSequence lines, int size, WireFormat format, ByteBuf out) {
        if (format == WireFormat.WEB && size > 0) {
            writeHeader(size, out);
        }
        ByteBufUtil.reserveAndWriteUtf8(out, lines, size);
    }

    private static void writeHeader(int size, ByteBuf out) {
        out.writeByte(FINAL_TEXT);
        if (size < TWO_BYTES) {
            out.writeByte(size);
        } else if (size <= 0xffff) {
            out.writeByte(TWO_BYTES).writeShort(size);
        } else {
            out.writeByte(EIGHT_BYTES).writeLong(size);
        }
    }
}
