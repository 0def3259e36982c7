package chat.server.net.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The bytes of WebSocket (RFC 6455, section 5.2), written out by themselves: what tests say does not depend on Netty. */
public final class Frames {
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

    /** A frame that came from the server. */
    public record Frame(int first, ByteBuffer content) {
        public boolean isFinal() {
            return (first & FINAL) != 0;
        }

        public int opcode() {
            return first & 0xf;
        }

        public String text() {
            return UTF_8.decode(content.duplicate()).toString();
        }

        /** The status of a closing frame. */
        public int status() {
            return content.getShort(0);
        }

        /** As a test writes it: {@code close 1002}, {@code text {...}}. */
        @Override
        public String toString() {
            return switch (opcode()) {
                case TEXT -> "text " + text();
                case CLOSE -> "close " + (content.remaining() == 0 ? "" : String.valueOf(status()));
                case PING -> "ping";
                case PONG -> "pong " + text();
                default -> "opcode " + opcode();
            };
        }
    }

    private Frames() {}

    /** A whole message of text, as a browser sends it. */
    public static byte[] text(String text) {
        return frame(FINAL | TEXT, text.getBytes(UTF_8));
    }

    /** A frame that is the last of its message, masked. */
    public static byte[] last(int opcode, byte... content) {
        return frame(FINAL | opcode, content);
    }

    /** A frame that is not the last of its message, masked. */
    public static byte[] part(int opcode, String text) {
        return frame(opcode, text.getBytes(UTF_8));
    }

    /** A closing frame, masked. */
    public static byte[] close(int status) {
        return last(CLOSE, (byte) (status >> 8), (byte) status);
    }

    /** A masked frame with any first byte. */
    public static byte[] frame(int first, byte... content) {
        ByteArrayOutputStream out = header(first, content.length, MASKED);
        out.writeBytes(MASK);
        for (int i = 0; i < content.length; i++) {
            out.write(content[i] ^ MASK[i % 4]);
        }
        return out.toByteArray();
    }

    /** A frame without a mask, as only servers send them. */
    public static byte[] unmasked(int first, byte... content) {
        ByteArrayOutputStream out = header(first, content.length, 0);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static ByteArrayOutputStream header(int first, int length, int masked) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        if (length < 126) {
            out.write(masked | length);
        } else if (length <= 0xffff) {
            out.write(masked | 126);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
        } else {
            out.write(masked | 127);
            out.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
        }
        return out;
    }

    /** The frames of a server, all whole. */
    public static List<Frame> read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<Frame> frames = new ArrayList<>();
        while (in.hasRemaining()) {
            int first = in.get() & 0xff;
            int length = in.get();
            if (length < 0) {
                throw new AssertionError("a server masks nothing");
            }
            byte[] content =
                    new byte[length == 127 ? (int) in.getLong() : length == 126 ? in.getShort() & 0xffff : length];
            in.get(content);
            frames.add(new Frame(first, ByteBuffer.wrap(content)));
        }
        return frames;
    }
}
