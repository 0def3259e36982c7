package chat.testing;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Says independently of the programs which text can do no harm on a terminal, so that tests need not ask the code under
 * test. It knows only what must never come out; much of what it lets pass, the programs take out as well.
 */
public final class Harmless {
    private Harmless() {}

    /**
     * Fails if a line could do harm.
     *
     * @param line one line, without its line end
     * @throws AssertionError that names the first offending code point, and shows the line escaped
     */
    public static void check(String line) {
        Deque<Integer> open = new ArrayDeque<>();
        int c;
        for (int i = 0; i < line.length(); i += Character.charCount(c)) {
            c = line.codePointAt(i);
            if (isControl(c) || isNoCharacter(c) || endsLines(c) || overrides(c)) {
                throw new AssertionError(String.format("U+%04X at %d of %s", c, i, escaped(line)));
            }
            follow(c, open);
        }
        if (!open.isEmpty()) {
            throw new AssertionError(
                    String.format("U+%04X is left open at the end of %s", open.getLast(), escaped(line)));
        }
    }

    private static boolean isControl(int c) {
        return c < 0x20 ? c != '\t' : c >= 0x7f && c < 0xa0;
    }

    private static boolean isNoCharacter(int c) {
        return (c >= 0xd800 && c < 0xe000) || (c >= 0xfdd0 && c < 0xfdf0) || (c & 0xffff) >= 0xfffe;
    }

    private static boolean endsLines(int c) {
        return c == 0x2028 || c == 0x2029;
    }

    private static boolean overrides(int c) {
        return c == 0x202d || c == 0x202e;
    }

    /** Embeddings and isolates, which reorder everything behind them until they are closed (UAX #9). */
    private static void follow(int c, Deque<Integer> open) {
        boolean closesEmbedding = c == 0x202c && !open.isEmpty() && open.getLast() < 0x2066;
        boolean closesIsolate = c == 0x2069 && open.stream().anyMatch(opened -> opened >= 0x2066);
        if (c == 0x202a || c == 0x202b || (c >= 0x2066 && c <= 0x2068)) {
            open.addLast(c);
        } else if (closesEmbedding) {
            open.removeLast();
        } else if (closesIsolate) {
            int closed;
            do { // an isolate that ends, ends the embeddings within it
                closed = open.removeLast();
            } while (closed < 0x2066);
        }
    }

    /**
     * Shows text in ASCII, to look at in a report.
     *
     * @param text any text
     * @return the text in quotes, with everything but printable ASCII as Java would escape it
     */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                out.append(c);
            } else {
                out.append(String.format("\\u%04x", (int) c));
            }
        }
        return out.append('"').toString();
    }
}
