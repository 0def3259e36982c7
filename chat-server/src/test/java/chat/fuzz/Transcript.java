package chat.fuzz;

import chat.common.event.Received;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import chat.testing.Harmless;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What came over one connection, checked as it comes: whole lines of harmless UTF-8, and telnet's answers between. */
final class Transcript {
    private static final int IAC = 255;
    private static final int DONT = 254;
    private static final int WONT = 252;

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    /** Takes what came, and gives the lines that it ends. */
    List<String> take(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) {
            if (begun.size() == 0 && (bytes[i] & 0xff) == IAC) {
                checkAnswer(bytes, i);
                i += 2;
            } else if (bytes[i] == '\n') {
                lines.add(line());
            } else {
                begun.write(bytes[i]);
            }
        }
        return lines;
    }

    private static void checkAnswer(byte[] bytes, int at) {
        int verb = at + 2 < bytes.length ? bytes[at + 1] & 0xff : -1;
        if (verb != WONT && verb != DONT) {
            throw new AssertionError("not a refusal of a telnet option, at " + at);
        }
    }

    private String line() {
        byte[] bytes = begun.toByteArray();
        begun.reset();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        try {
            String line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            Harmless.check(line);
            if (isEvent(line)) {
                event(line);
            }
            return line;
        } catch (CharacterCodingException e) {
            throw new AssertionError(
                    "not UTF-8: " + Harmless.escaped(new String(bytes, StandardCharsets.ISO_8859_1)), e);
        }
    }

    /** No line of plain text begins so: it begins with a name, a star, a blank or a capital letter. */
    static boolean isEvent(String line) {
        return line.startsWith("{");
    }

    static Received event(String line) {
        try {
            return JsonLines.parse(line);
        } catch (MalformedLineException e) {
            throw new AssertionError(e.getMessage() + ": " + Harmless.escaped(line), e);
        }
    }

    /** Fails if a line has begun and was not ended. */
    void checkEnded() {
        if (begun.size() > 0) {
            throw new AssertionError("cut off: " + Harmless.escaped(begun.toString(StandardCharsets.UTF_8)));
        }
    }
}
