package chat.client.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads lines from a terminal, a pipe or a file, on a thread of its own that never keeps the program alive. */
public final class ConsoleReader {
    private final BufferedReader in;
    private final Consumer<String> lines;
    private final Runnable end;

    /**
     * Makes a reader that has not begun yet.
     *
     * @param in where lines come from, in UTF-8
     * @param lines takes each line, without its end; may wait
     * @param end is called once, behind the last line
     */
    public ConsoleReader(InputStream in, Consumer<String> lines, Runnable end) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.lines = lines;
        this.end = end;
    }

    /** Begins to read. */
    public void start() {
        Thread thread = new Thread(this::readAll, "console");
        thread.setDaemon(true);
        thread.start();
    }

    private void readAll() {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            // A terminal that is gone says nothing more: the same as its end.
        }
        end.run();
    }
}
