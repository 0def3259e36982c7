package chat.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import chat.testing.Harmless;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came to a browser, checked as it comes: whole answers of HTTP, and behind the handshake whole frames without a mask. */
final class WebTranscript {
    private static final Pattern HEAD =
            Pattern.compile("HTTP/1\\.1 (\\d{3}) [ -~]+\r\n(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+: ?[\\x20-\\x7e]*\r\n)+\r\n");
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: ?(\\d+)\r\n");

    /** To whom speaks no HTTP, and is shown to no page. */
    private static final Pattern STRANGER = Pattern.compile(
            "http/1\\.1 400 .*\\Rcontent-type: text/plain; charset=utf-8\\R(?:content-length: \\d+\\R)?connection: close\\R\\R");

    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8a;

    private final Transcript lines = new Transcript();
    private final List<Integer> statuses = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private boolean socket;
    private boolean ended;

    /** Takes what came of a packet. */
    void take(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            if (ended) {
                throw new AssertionError("behind the end: " + rest(in));
            } else if (socket) {
                frame(in);
            } else {
                response(in);
            }
        }
    }

    /** The status of each answer of HTTP. */
    List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    /** Whether the WebSocket has opened. */
    boolean isSocket() {
        return socket;
    }

    /** The frames that were no lines: as {@code pong hello} and {@code close 1000}. */
    List<String> answers() {
        return List.copyOf(answers);
    }

    private void response(ByteBuffer in) {
        Matcher head = HEAD.matcher(rest(in));
        if (!head.lookingAt()) {
            throw new AssertionError("no answer of HTTP: " + Harmless.escaped(rest(in)));
        }
        in.position(in.position() + head.end());
        int status = Integer.parseInt(head.group(1));
        statuses.add(status);
        socket = status == 101;
        if (socket) {
            return;
        }
        String headers = head.group().toLowerCase(Locale.ROOT);
        ended = headers.contains("\r\nconnection: close\r\n");
        if (STRANGER.matcher(headers).matches()) {
            skip(in, in.remaining()); // up to the end of the connection
        } else {
            body(headers, in);
        }
    }

    private static void body(String headers, ByteBuffer in) {
        Matcher length = LENGTH.matcher(headers);
        boolean safe = headers.contains("\r\ncontent-security-policy: default-src 'none';");
        if (!length.find() || length.find() || !safe) {
            throw new AssertionError("headers: " + headers);
        }
        length.reset().find();
        boolean bodiless = !in.hasRemaining() || rest(in).startsWith("HTTP/1.1 "); // to HEAD
        skip(in, bodiless ? 0 : Integer.parseInt(length.group(1)));
    }

    private void frame(ByteBuffer in) {
        int first = in.get() & 0xff;
        int second = in.get() & 0xff;
        long length = second == 126 ? in.getShort() & 0xffff : second == 127 ? in.getLong() : second;
        if (second > 127 || length < (second == 126 ? 126 : second == 127 ? 0x10000 : 0)) {
            throw new AssertionError("a frame of " + length + " bytes after " + second);
        }
        byte[] content = new byte[skip(in, length)];
        in.get(in.position() - content.length, content);
        switch (first) {
            case TEXT -> text(content);
            case PING -> {}
            case PONG -> answers.add("pong " + new String(content, ISO_8859_1));
            case CLOSE -> close(content);
            default -> throw new AssertionError("a frame that begins with " + first);
        }
    }

    private void text(byte[] content) {
        for (String line : lines.take(content)) {
            if (!Transcript.isEvent(line)) {
                throw new AssertionError("no event: " + Harmless.escaped(line));
            }
        }
        lines.checkEnded();
    }

    private void close(byte[] content) {
        ended = true;
        if (content.length == 0) {
            answers.add("close ");
            return;
        }
        ByteBuffer closing = ByteBuffer.wrap(content);
        int status = closing.getShort() & 0xffff;
        byte[] reason = new byte[closing.remaining()];
        closing.get(reason);
        if (content.length > 125 || !FrameStream.mayBeSent(status) || !FrameStream.isUtf8(reason, true)) {
            throw new AssertionError("a closing frame of " + status + " " + new String(reason, ISO_8859_1));
        }
        answers.add("close " + status);
    }

    private static int skip(ByteBuffer in, long bytes) {
        if (bytes > in.remaining()) {
            throw new AssertionError(bytes + " bytes were said to follow, these came: " + rest(in));
        }
        in.position(in.position() + (int) bytes);
        return (int) bytes;
    }

    private static String rest(ByteBuffer in) {
        return ISO_8859_1.decode(in.duplicate()).toString();
    }
}
