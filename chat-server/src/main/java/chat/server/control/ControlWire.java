package chat.server.control;

import chat.common.PrintableText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How both sides of the local socket write and read: lines of UTF-8. A request is one word on each line and an empty line;
 * the answer is {@code ok} or {@code failed}, what there is to say, and the end of the stream.
 */
final class ControlWire {
    /** The longest request, in bytes. */
    static final int MOST_REQUEST = 16 * 1024;

    private static final int MOST_REPLY = 16 << 20;
    private static final String OK = "ok";
    private static final String FAILED = "failed";

    private ControlWire() {}

    static void writeRequest(SocketChannel channel, List<String> words) throws IOException {
        write(channel, words, "\n");
    }

    static List<String> readRequest(SocketChannel channel) throws IOException {
        return read(channel, MOST_REQUEST, true).stream()
                .map(PrintableText::clean)
                .toList();
    }

    static void writeReply(SocketChannel channel, ControlReply reply) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(reply.done() ? OK : FAILED);
        lines.addAll(reply.lines());
        write(channel, lines, "");
    }

    static ControlReply readReply(SocketChannel channel) throws IOException {
        List<String> lines = read(channel, MOST_REPLY, false);
        if (lines.isEmpty()) {
            throw new IOException("The server has closed its local socket without an answer.");
        }
        return new ControlReply(lines.get(0).equals(OK), lines.subList(1, lines.size()));
    }

    private static void write(SocketChannel channel, List<String> lines, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.append(end).toString());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static List<String> read(SocketChannel channel, int most, boolean untilEmptyLine) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1024);
        while (!(untilEmptyLine && endsWithEmptyLine(bytes)) && channel.read(bytes) >= 0) {
            if (bytes.position() >= most) {
                throw new IOException("That is too long (expected: at most " + most + " bytes).");
            }
            if (!bytes.hasRemaining()) {
                bytes = ByteBuffer.allocate(bytes.capacity() * 2).put(bytes.flip());
            }
        }
        return StandardCharsets.UTF_8
                .decode(bytes.flip())
                .toString()
                .lines()
                .filter(line -> !(untilEmptyLine && line.isEmpty()))
                .toList();
    }

    private static boolean endsWithEmptyLine(ByteBuffer bytes) {
        int end = bytes.position();
        return end >= 2 && bytes.get(end - 1) == '\n' && bytes.get(end - 2) == '\n';
    }
}
