package chat.client.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Buffer;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * Draws the line being typed at the bottom, and in the rows in front of it what belongs to it: lines that wait, and the
 * status. Text is printed above them. Any thread may call.
 */
class BottomRows extends LineReaderImpl {
    private Header header = columns -> List.of(AttributedString.EMPTY);
    private List<AttributedString> drawn = List.of(AttributedString.EMPTY);
    private String drawnToCursor = "";
    private String question = "";
    private boolean lineHidden;

    /** What is drawn in front of the line: the last row is the prompt. */
    interface Header {
        /**
         * Its rows.
         *
         * @param columns how wide the terminal is
         */
        List<AttributedString> rows(int columns);
    }

    BottomRows(Terminal terminal) {
        super(terminal, "chat-client", null);
    }

    /** Draws another header from now on. */
    void show(Header newHeader) {
        lock.lock();
        try {
            header = newHeader;
            if (reading) {
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Prints lines above, and draws the header from now on.
     *
     * @param text ends with a line end; may be empty
     * @param ring whether the bell rings, too
     */
    void printAbove(String text, boolean ring, Header newHeader) {
        lock.lock();
        try {
            if (ring) {
                terminal.writer().write('\007');
            }
            header = newHeader;
            noticeResize();
            if (!text.isEmpty()) {
                printAbove(text);
            } else if (reading) {
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Draws a question in place of the prompt; empty for the prompt. */
    void ask(String newQuestion) {
        lock.lock();
        try {
            question = newQuestion;
            redisplay();
        } finally {
            lock.unlock();
        }
    }

    /** Draws this instead of the prompt and of the line being typed; empty for both of them. */
    void replaceLine(String text) {
        lock.lock();
        try {
            question = text;
            lineHidden = !text.isEmpty();
            if (reading) {
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Reads a key as JLine does. */
    @Nullable
    Binding readBoundKey(KeyMap<Binding> keyMap, @Nullable KeyMap<Binding> local) {
        return super.readBinding(keyMap, local);
    }

    @Override
    protected void handleSignal(Signal signal) {
        lock.lock();
        try {
            if (signal == Signal.WINCH) {
                noticeResize();
            } else if (signal == Signal.CONT) {
                resume();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Back from Ctrl-Z: the shell has set the terminal as it likes, and written below our rows. */
    private void resume() {
        terminal.enterRawMode();
        DrawableTerminal.takeKeys(terminal);
        terminal.puts(Capability.keypad_xmit);
        terminal.writer().write(BRACKETED_PASTE_ON);
        size = terminal.getBufferSize();
        display = new Display(terminal, false);
        display.resize(size);
        redisplay();
    }

    /** Takes the rows off the screen for good: the program is being ended from outside. */
    void vanish() {
        lock.lock();
        try {
            if (reading) {
                reading = false;
                buf.clear();
                redisplay();
                terminal.writer().write(BRACKETED_PASTE_OFF);
                terminal.flush();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The signal may be late: what is drawn for another width does not come off again. */
    private boolean noticeResize() {
        Size now = terminal.getBufferSize();
        boolean resized = reading && !now.equals(size);
        if (resized) {
            redrawResized(now);
        }
        return resized;
    }

    /** The terminal has broken rows anew, so the header begins higher or lower than it was drawn. */
    private void redrawResized(Size newSize) {
        size = newSize;
        int columns = Math.max(1, newSize.getColumns());
        int up = Cells.rowBehind(drawn.get(drawn.size() - 1) + drawnToCursor, columns);
        for (CharSequence row : drawn.subList(0, drawn.size() - 1)) {
            up += Math.max(1, (Cells.of(row) + columns - 1) / columns);
        }
        eraseFrom(Math.min(up, newSize.getRows() - 1));
        display = new Display(terminal, false);
        display.resize(newSize);
        redisplay();
    }

    /**
     * Erases from so many rows above the cursor on. The first row goes by itself: tmux keeps what a terminal shows when
     * all of it is erased at once, and it would be there twice.
     */
    private void eraseFrom(int rowsAbove) {
        terminal.puts(Capability.carriage_return);
        if (rowsAbove > 0) {
            terminal.puts(Capability.parm_up_cursor, rowsAbove);
            terminal.puts(Capability.clr_eol);
            terminal.puts(Capability.parm_down_cursor, 1);
        }
        terminal.puts(Capability.clr_eos);
        if (rowsAbove > 0) {
            terminal.puts(Capability.parm_up_cursor, 1);
        }
    }

    /** Rows are drawn anew: what is updated in place goes wrong where marks combine with letters. */
    @Override
    protected void redisplay(boolean flush) {
        if (!lineHidden || !reading) {
            redisplayAll(flush);
            return;
        }
        Buffer typed = buf.copy();
        buf.clear();
        try {
            redisplayAll(flush);
        } finally {
            buf.copyFrom(typed);
        }
    }

    private void redisplayAll(boolean flush) {
        if (noticeResize()) {
            return;
        }
        List<AttributedString> rows = new ArrayList<>(
                reading ? header.rows(size.getColumns()) : List.of(AttributedString.EMPTY)); // erased at the end
        if (reading && !question.isEmpty()) {
            rows.set(rows.size() - 1, new AttributedString(question));
        }
        drawn = rows;
        drawnToCursor = buf.upToCursor();
        AttributedStringBuilder all = new AttributedStringBuilder();
        for (int i = 0; i < rows.size() - 1; i++) {
            all.append(rows.get(i)).append("\n");
        }
        prompt = all.append(rows.get(rows.size() - 1)).toAttributedString();
        if (!isAscii(buf.toString())) {
            display.update(Collections.emptyList(), 0, false);
        }
        super.redisplay(flush);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
