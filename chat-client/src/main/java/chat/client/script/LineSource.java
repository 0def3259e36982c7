package chat.client.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where lines come from: texts that are known, an input that is read, or one after the other. One thread. */
public final class LineSource {
    /** The text that stands for the input. */
    public static final String INPUT = "-";

    private final Deque<String> texts;
    private final InputStream in;
    private @Nullable BufferedReader reader;

    /**
     * Makes a source.
     *
     * @param texts each with one line or several; {@value #INPUT} stands for the input
     * @param in the input, in UTF-8
     */
    public LineSource(List<String> texts, InputStream in) {
        this.texts = new ArrayDeque<>(texts);
        this.in = in;
    }

    /**
     * The next line that is not blank. May wait.
     *
     * @return null at the end
     * @throws IOException if the input cannot be read
     */
    @Nullable
    String next() throws IOException {
        String line = read();
        while (line != null && line.isBlank()) {
            line = read();
        }
        return line;
    }

    /**
     * The next line, blank or not. May wait.
     *
     * @return null at the end
     * @throws IOException if the input cannot be read
     */
    @Nullable
    String read() throws IOException {
        while (reader != null || !texts.isEmpty()) {
            if (reader == null) {
                reader = open(texts.removeFirst());
            }
            String line = reader.readLine();
            if (line != null) {
                return line;
            }
            reader = null;
        }
        return null;
    }

    private BufferedReader open(String text) {
        return new BufferedReader(
                text.equals(INPUT) ? new InputStreamReader(in, StandardCharsets.UTF_8) : new StringReader(text));
    }
}
