package chat.client.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;

/**
 * One connection's WebSocket, as cheap as can be, so that it does not slow down the generator: headers of frames are read where
 * they lie, and what is sent is masked with zeros, which the server cannot know before. On the channel's event loop.
 */
final class WebSocketFrames {
    private static final int FINAL = 0x80;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int MASKED = 0x80;
    private static final int MASK_BYTES = 4;
    private static final int TWO_BYTES = 126;
    private static final int LONGEST_HEADER = 10;

    /** The most that the head of the server's answer may have, in bytes. */
    private static final int MOST_HEAD = 4096;

    private static final String REQUEST = """
            GET /chat HTTP/1.1\r
            Host: localhost\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Protocol: chat.json\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """;

    private final Channel channel;
    private final Runnable whenOpen;
    private final LineScanner scanner;
    private final LineScanner.Sink sink;

    /** What has come of the answer to the request, then of a header; on the heap, so that nobody has to release it. */
    private final ByteBuf begun = Unpooled.buffer(LONGEST_HEADER);

    private boolean open;
    private int opcode;
    private long left;

    /**
     * Has nothing to read yet.
     *
     * @param whenOpen is run when lines may be sent
     * @param scanner finds the lines in what the frames hold
     * @param sink takes them
     */
    WebSocketFrames(Channel channel, Runnable whenOpen, LineScanner scanner, LineScanner.Sink sink) {
        this.channel = channel;
        this.whenOpen = whenOpen;
        this.scanner = scanner;
        this.sink = sink;
    }

    /** Asks the server to open the WebSocket. */
    void request() {
        channel.writeAndFlush(ByteBufUtil.writeAscii(channel.alloc(), REQUEST), channel.voidPromise());
    }

    /**
     * Takes what one read brought.
     *
     * @param read the bytes; the caller goes on owning them, its indices are moved
     */
    void read(ByteBuf read) {
        if (!open && !readHead(read)) {
            return;
        }
        while (read.isReadable()) {
            if (left > 0 || readHeader(read)) {
                readPayload(read);
            }
        }
    }

    private boolean readHead(ByteBuf read) {
        while (read.isReadable()) {
            begun.writeByte(read.readByte());
            if (begun.readableBytes() > MOST_HEAD) {
                throw new IllegalStateException("the answer to the request for a WebSocket is too long");
            }
            String head = begun.getByte(begun.writerIndex() - 1) == '\n' ? begun.toString(ISO_8859_1) : "";
            if (head.endsWith("\r\n\r\n")) {
                if (!head.startsWith("HTTP/1.1 101 ")) {
                    throw new IllegalStateException(
                            "no WebSocket there: " + head.lines().findFirst().orElse(""));
                }
                begun.clear();
                open = true;
                whenOpen.run();
                return true;
            }
        }
        return false;
    }

    /** Whether a header is whole, which is one or more reads after it has begun. */
    private boolean readHeader(ByteBuf read) {
        while (begun.readableBytes() < 2 || begun.readableBytes() < headerLength(begun.getByte(1))) {
            if (!read.isReadable()) {
                return false;
            }
            begun.writeByte(read.readByte());
        }
        opcode = begun.readByte() & 0x0f;
        int second = begun.readByte();
        left = second < TWO_BYTES ? second : second == TWO_BYTES ? begun.readUnsignedShort() : begun.readLong();
        begun.clear();
        if (opcode == PING) {
            channel.writeAndFlush(frame(PONG, 0), channel.voidPromise());
        } else if (opcode != TEXT && opcode != CLOSE) {
            throw new IllegalStateException("a frame of another kind: " + opcode);
        }
        return left > 0;
    }

    private static int headerLength(int second) {
        return second < TWO_BYTES ? 2 : second == TWO_BYTES ? 4 : LONGEST_HEADER;
    }

    private void readPayload(ByteBuf read) {
        int end = read.writerIndex();
        int length = (int) Math.min(left, read.readableBytes());
        left -= length;
        int next = read.readerIndex() + length;
        if (opcode == TEXT) {
            read.writerIndex(next);
            scanner.scan(read, sink);
        }
        read.setIndex(next, end);
    }

    private ByteBuf frame(int kind, int length) {
        ByteBuf frame = channel.alloc().directBuffer(LONGEST_HEADER + MASK_BYTES + length);
        writeHeader(kind, length, frame);
        return frame;
    }

    /** Sends lines as one message. */
    void send(String lines) {
        ByteBuf frame = frame(TEXT, ByteBufUtil.utf8Bytes(lines));
        ByteBufUtil.writeUtf8(frame, lines);
        channel.writeAndFlush(frame, channel.voidPromise());
    }

    /** Begins a message of some bytes, fewer than 64 Ki, which are written as they are. */
    static void begin(int length, ByteBuf out) {
        writeHeader(TEXT, length, out);
    }

    private static void writeHeader(int kind, int length, ByteBuf out) {
        out.writeByte(FINAL | kind);
        if (length < TWO_BYTES) {
            out.writeByte(MASKED | length);
        } else {
            out.writeByte(MASKED | TWO_BYTES).writeShort(length);
        }
        out.writeInt(0);
    }
}
