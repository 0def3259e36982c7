package chat.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What bytes mean behind the handshake, in the words of RFC 6455 and of docs/protocol.md: the lines, and what is answered. */
final class FrameStream {
    private static final int MOST_BYTES = 16 * 1024;
    private static final int MOST_CONTROL = 125;

    private static final int CONTINUATION = 0;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private static final int HIGHEST_STATUS = 4999;

    private static final int PROTOCOL_ERROR = 1002;
    private static final int NOT_ACCEPTABLE = 1003;
    private static final int NOT_UTF_8 = 1007;
    private static final int TOO_BIG = 1009;

    /** A frame that is refused. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;

        private Refused(int status) {
            super(null, null, false, false);
            this.status = status;
        }
    }

    private final ByteBuffer in;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final List<String> answers = new ArrayList<>();
    private boolean inMessage;
    private boolean ended;

    private FrameStream(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    /** Reads all that can be read of some bytes. */
    static FrameStream of(byte[] bytes) {
        FrameStream stream = new FrameStream(bytes);
        try {
            while (!stream.ended) {
                stream.frame();
            }
        } catch (BufferUnderflowException e) {
            // the rest of a frame would come later
        } catch (Refused e) {
            stream.answers.add("close " + e.status);
        }
        return stream;
    }

    /** The lines that were said. */
    List<String> lines() {
        return PlainLines.of(text.toByteArray());
    }

    /** What the browser gets beside answers to its lines: as {@code pong hello} and {@code close 1000}. */
    List<String> answers() {
        return List.copyOf(answers);
    }

    private void frame() throws Refused {
        int first = in.get() & 0xff;
        int second = in.get() & 0xff;
        int opcode = first & 0xf;
        boolean last = (first & 0x80) != 0;
        boolean control = opcode >= CLOSE;
        boolean known = control ? opcode <= PONG : opcode <= BINARY;
        boolean fits = control
                ? last && (second & 0x7f) <= MOST_CONTROL && !(opcode == CLOSE && (second & 0x7f) == 1)
                : (opcode == CONTINUATION) == inMessage;
        require((first & 0x70) == 0 && second >= 0x80 && known && fits, PROTOCOL_ERROR);
        byte[] content = content(second & 0x7f);
        switch (opcode) {
            case CLOSE -> close(ByteBuffer.wrap(content));
            case PING -> answers.add("pong " + new String(content, StandardCharsets.ISO_8859_1));
            case PONG -> {}
            case BINARY -> throw new Refused(NOT_ACCEPTABLE);
            default -> part(content, last);
        }
    }

    private byte[] content(int begin) throws Refused {
        long length = begin;
        if (begin == 126) {
            length = in.getShort() & 0xffff;
            require(length >= 126, PROTOCOL_ERROR);
        } else if (begin == 127) {
            length = in.getLong();
            require(length > 0xffff, PROTOCOL_ERROR);
        }
        require(length <= MOST_BYTES, TOO_BIG);
        byte[] mask = new byte[4];
        in.get(mask);
        byte[] content = new byte[(int) length];
        in.get(content);
        for (int i = 0; i < content.length; i++) {
            content[i] ^= mask[i % 4];
        }
        return content;
    }

    private void part(byte[] content, boolean last) throws Refused {
        message.writeBytes(content);
        require(isUtf8(message.toByteArray(), last), NOT_UTF_8);
        require(message.size() <= MOST_BYTES, TOO_BIG);
        text.writeBytes(content);
        inMessage = !last;
        if (last) {
            byte[] whole = message.toByteArray();
            if (whole.length > 0 && whole[whole.length - 1] != '\n') {
                text.write('\n');
            }
            message.reset();
        }
    }

    private void close(ByteBuffer content) throws Refused {
        ended = true;
        if (!content.hasRemaining()) {
            answers.add("close ");
            return;
        }
        int status = content.getShort() & 0xffff;
        byte[] reason = new byte[content.remaining()];
        content.get(reason);
        require(mayBeSent(status) || status > HIGHEST_STATUS, PROTOCOL_ERROR);
        require(isUtf8(reason, false), NOT_UTF_8); // nobody reads how it would end
        require(status <= HIGHEST_STATUS, PROTOCOL_ERROR);
        answers.add("close " + status);
    }

    /** Section 7.4, and what was registered since. */
    static boolean mayBeSent(int status) {
        return (status >= 1000 && status <= 1003)
                || (status >= 1007 && status <= 1014)
                || (status >= 3000 && status <= HIGHEST_STATUS);
    }

    /** Whether it is, or, if it is not the whole, could become UTF-8. */
    static boolean isUtf8(byte[] bytes, boolean whole) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        return !decoder.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), whole)
                .isError();
    }

    private static void require(boolean fits, int status) throws Refused {
        if (!fits) {
            throw new Refused(status);
        }
    }
}
