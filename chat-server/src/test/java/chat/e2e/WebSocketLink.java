package chat.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Random;

/**
 * A browser's WebSocket, byte by byte, on a socket: refuses whatever a strict browser would refuse (RFC 6455, section 5), and
 * whatever this server has no reason to send. One thread reads, any one at a time writes.
 */
final class WebSocketLink implements AutoCloseable {
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;

    /** A test that waits for what does not come fails, and does not stand still. */
    private static final int SILENCE_MILLIS = 60_000;

    /** What opens one. */
    static final String REQUEST = """
            GET /chat HTTP/1.1\r
            Host: localhost\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Protocol: chat.json\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """;

    /** What the key is answered with, from section 1.3 of the RFC. */
    private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    private final Random masks = new Random(7);
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    /** Opens one on a socket that is connected. */
    WebSocketLink(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(SILENCE_MILLIS);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
        out.write(REQUEST.getBytes(ISO_8859_1));
        String answer = head();
        if (!answer.startsWith("HTTP/1.1 101 ") || !answer.contains(ACCEPT)) {
            throw new IOException("no WebSocket: " + answer);
        }
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        return head.toString(ISO_8859_1);
    }

    /** The next message, or null if the other side has ended them in the orderly way. */
    String next() throws IOException {
        while (true) {
            int first = in.readUnsignedByte();
            byte[] payload = new byte[length(in.readUnsignedByte())];
            in.readFully(payload);
            switch (first) {
                case FINAL | TEXT -> {
                    return text(payload);
                }
                case FINAL | PING -> send(PONG, payload);
                case FINAL | PONG -> {}
                case FINAL | CLOSE -> {
                    return null;
                }
                default -> throw new IOException("a frame that begins with " + Integer.toHexString(first));
            }
        }
    }

    private int length(int second) throws IOException {
        if (second < 126) {
            return second;
        }
        long length = second == 126 ? in.readUnsignedShort() : second == 127 ? in.readLong() : -1;
        if (length < (second == 126 ? 126 : 65536) || length > 16 * 1024 * 1024) {
            throw new IOException("a frame of " + length + " bytes after " + second);
        }
        return (int) length;
    }

    private static String text(byte[] payload) throws IOException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
        } catch (CharacterCodingException e) {
            throw new IOException("a frame that is not UTF-8", e);
        }
    }

    /** Sends one message. */
    void send(byte[] text) throws IOException {
        send(TEXT, text);
    }

    /** Asks whether the other side is there. */
    void ping() throws IOException {
        send(PING, new byte[0]);
    }

    /** Says that nothing more is sent, and reads on. */
    void sendClose() throws IOException {
        send(CLOSE, new byte[] {3, (byte) 0xe8});
    }

    private synchronized void send(int opcode, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (FINAL | opcode));
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length < 65536) {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(payload.length);
        }
        byte[] mask = new byte[4];
        masks.nextBytes(mask);
        frame.put(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask[i % 4]));
        }
        out.write(frame.array(), 0, frame.position());
    }

    /** Whether the connection ends here, and not within a frame. */
    boolean endsCleanly() throws IOException {
        try {
            in.readByte();
            return false;
        } catch (EOFException e) {
            return true;
        }
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
