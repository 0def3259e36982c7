package chat.client.console;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** A terminal that can move its cursor: text above, the line being typed below. */
final class TerminalSurface implements Surface {
    private final Terminal terminal;
    private final InputLine input;
    private final ZoneId zone;
    private final boolean colored;
    private final List<Printed> added = new ArrayList<>();
    private Marks marks;
    private @Nullable Runnable next;
    private boolean rings;
    private Standing shown = new Standing(List.of(), List.of(), "> ");
    private volatile Thread reader = Thread.currentThread();

    /** A paragraph, and what this person was called when it came. */
    private record Printed(Paragraph paragraph, String ownName) {}

    TerminalSurface(Terminal terminal, InputLine input, ZoneId zone, Theme theme, boolean colored) {
        this.terminal = terminal;
        this.input = input;
        this.zone = zone;
        this.colored = colored;
        this.marks = new Marks(zone, theme);
    }

    /** Reads until the line is over, or {@link #stopReading}. Waits. */
    void read(InputLine.Keys keys) {
        reader = Thread.currentThread();
        input.read(keys);
    }

    @Override
    public void print(Paragraph paragraph, String ownName) {
        added.add(new Printed(paragraph, ownName));
    }

    @Override
    public void ring() {
        rings = true;
    }

    @Override
    public void flush(Standing standing) {
        boolean same = standing.equals(shown);
        shown = standing;
        BottomRows.Header header = columns -> StatusRow.rows(standing, columns, colored);
        if (!added.isEmpty() || rings) {
            input.printAbove(takeText(), rings, header);
            rings = false;
        } else if (!same) {
            input.show(header);
        }
        if (next != null) {
            next.run();
            next = null;
        }
    }

    private String takeText() {
        StringBuilder text = new StringBuilder();
        int columns = terminal.getColumns();
        for (Printed printed : added) {
            AttributedString painted = marks.paint(printed.paragraph(), printed.ownName(), columns);
            text.append(colored ? painted.toAnsi(terminal) : painted.toString()).append(System.lineSeparator());
        }
        added.clear();
        return text.toString();
    }

    @Override
    public boolean echoes() {
        return false;
    }

    @Override
    public void askPassword(String question) {
        next = () -> input.askPassword(question);
    }

    @Override
    public void holdPassword() {
        next = input::holdPassword;
    }

    @Override
    public void holdPasswordAnew() {
        next = input::holdPasswordAnew;
    }

    @Override
    public void settlePassword() {
        next = input::settlePassword;
    }

    @Override
    public void withholdLine() {
        next = input::withholdLine;
    }

    @Override
    public boolean masks() {
        return true;
    }

    @Override
    public void remember(List<String> lines) {
        input.remember(lines);
    }

    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public void clear() {
        input.emptyScreen();
    }

    @Override
    public boolean theme(Theme theme) {
        marks = new Marks(zone, theme);
        return colored;
    }

    @Override
    public void stopReading() {
        input.finish(reader);
    }
}
