package chat.fuzz;

import chat.common.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Which lines some bytes are, in the simplest words; every door is held to the same. */
final class PlainLines {
    /** Stands for a line that was refused for its length. */
    static final String TOO_LONG = "(too long)";

    private PlainLines() {}

    /** The lines that have ended, and what can be none any more. */
    static List<String> of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(line(text.substring(start, end)));
            start = end + 1;
        }
        if (withoutCr(text.substring(start)).length() > Limits.MAX_LINE_BYTES) {
            lines.add(TOO_LONG);
        }
        return lines;
    }

    private static String line(String text) {
        String bare = withoutCr(text);
        return bare.length() > Limits.MAX_LINE_BYTES
                ? TOO_LONG
                : new String(bare.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String withoutCr(String text) {
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
