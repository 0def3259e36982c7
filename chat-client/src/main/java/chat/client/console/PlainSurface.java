package chat.client.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Plain lines in words, and nothing else: no escape sequences, no redraw. */
final class PlainSurface implements Surface {
    private final PrintStream out;
    private final StringBuilder text = new StringBuilder();
    private String prompt = "";

    PlainSurface(PrintStream out) {
        this.out = out;
    }

    /** Reads lines until there are no more. Waits. */
    static void read(InputStream in, Consumer<String> lines) {
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            // a terminal that is gone says nothing more
        }
    }

    @Override
    public void print(Paragraph paragraph, String ownName) {
        text.append(Words.of(paragraph)).append(System.lineSeparator());
    }

    @Override
    public void ring() {
        text.append('\007');
    }

    @Override
    public void flush(Standing standing) {
        if (!standing.prompt().equals(prompt)) {
            prompt = standing.prompt();
            if (prompt.startsWith("Your name")) {
                text.append("notice: Please type your name and press Enter.").append(System.lineSeparator());
            }
        }
        if (text.length() > 0) {
            out.print(text);
            out.flush();
            text.setLength(0);
        }
    }

    @Override
    public boolean echoes() {
        return true;
    }

    @Override
    public void askPassword(String question) {
        // it was told in a sentence
    }

    @Override
    public void holdPassword() {
        // lines come whole
    }

    @Override
    public void holdPasswordAnew() {
        // lines come whole
    }

    @Override
    public void settlePassword() {
        // lines come whole
    }

    @Override
    public void withholdLine() {
        // it is withheld where it arrives
    }

    @Override
    public boolean masks() {
        return false;
    }

    @Override
    public void remember(List<String> lines) {
        // the terminal has no Up key of ours
    }

    @Override
    public boolean remembers() {
        return false;
    }

    @Override
    public void clear() {
        text.append("notice: A plain screen cannot be emptied.").append(System.lineSeparator());
    }

    @Override
    public boolean theme(Theme theme) {
        return false;
    }

    @Override
    public void stopReading() {
        // the reading thread does not keep the program alive
    }
}
