package chat.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import chat.server.net.web.Frames;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Locale;

/** A browser's connection, as bytes: what it asks and sends is written out by the test. */
final class RawWeb implements AutoCloseable {
    private static final int MOST_MILLIS = 10_000;

    private final Socket socket;
    private final DataInputStream in;
    private final String host;

    /**
     * Connects.
     *
     * @param host what the browser believes the server to be called, with the port
     */
    RawWeb(Door door, String host) throws IOException {
        this.socket = door.open();
        this.host = host;
        socket.setSoTimeout(MOST_MILLIS);
        in = new DataInputStream(socket.getInputStream());
    }

    /** Sends text as it is. */
    RawWeb send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        return this;
    }

    /** Asks for a path, and reads the whole answer; headers end with CR LF. */
    String get(String path, String... headers) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + String.join("", headers) + "\r\n");
        String head = head();
        if (head.contains("Transfer-Encoding: chunked")) {
            return head + until("\r\n0\r\n\r\n".getBytes(UTF_8));
        }
        int length = head.toLowerCase(Locale.ROOT).indexOf("content-length: ");
        if (length < 0) {
            return head;
        }
        int bytes = Integer.parseInt(head.substring(length + 16, head.indexOf("\r\n", length)));
        return head + new String(in.readNBytes(bytes), UTF_8);
    }

    /** Opens the WebSocket from a page of some origin, and reads the head of the answer. */
    String open(String origin, String... headers) throws IOException {
        send("GET /chat HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin + "\r\nConnection: Upgrade\r\n"
                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Protocol: chat.json\r\n" + String.join("", headers) + "\r\n");
        return head();
    }

    /** The first line of an answer and its headers, with the empty line behind. */
    String head() throws IOException {
        return until("\r\n\r\n".getBytes(UTF_8));
    }

    private String until(byte[] end) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (!all.toString(ISO_8859_1).endsWith(new String(end, ISO_8859_1))) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("closed behind: " + all.toString(ISO_8859_1));
            }
            all.write(next);
        }
        return all.toString(ISO_8859_1);
    }

    /** Types a line. */
    RawWeb type(String line) throws IOException {
        socket.getOutputStream().write(Frames.text(line));
        return this;
    }

    RawWeb send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** The next frame, as {@link Frames.Frame} writes it. */
    String frame() throws IOException {
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        byte[] content =
                in.readNBytes(length == 127 ? (int) in.readLong() : length == 126 ? in.readUnsignedShort() : length);
        return new Frames.Frame(first, ByteBuffer.wrap(content)).toString().strip();
    }

    /** Reads frames until one has that text. */
    String until(String text) throws IOException {
        String frame = frame();
        while (!frame.contains(text)) {
            frame = frame();
        }
        return frame;
    }

    /** All bytes up to the end of the connection, as text. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
