package chat.client.console;

import chat.client.link.SecretWords;
import java.util.List;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * The line being typed: what its keys do.
 *
 * <p>One call of {@code readLine} lasts as long as the console: Enter hands over what was typed and empties the line.
 * Returning for each line would leave gaps in which the terminal itself shows what is typed, and tears the screen.
 *
 * <p>{@link #read} is for one thread. The others may be called from any.
 */
final class InputLine extends PasswordRow {
    /** So many pasted lines are sent without a question. */
    private static final int UNASKED = 3;

    private static final int LONGEST = 100_000;
    private static final String INTERRUPT_LINE = "console-interrupt";

    private @Nullable Keys keys;
    private boolean finished;
    private boolean asking;

    /** Told of what is typed, on the reading thread with the line locked: must not wait. */
    interface Keys {
        /** Reading has begun, and the prompt is about to be drawn. */
        void begun();

        /** Enter, on a line that is not blank. */
        void entered(String line);

        /** Ctrl-C on an empty line. */
        void interrupted();

        /** A password that was asked for, or may be, which is not the caller's any more; empty if the person gives up. */
        void password(char[] password);

        /** What was typed for a question that did not come is gone. */
        void thrownAway();

        /** Enter, on a line that may be a password for which nobody asks any more: it is gone. */
        void withheld();

        /** Any key but Ctrl-C. */
        void touched();
    }

    InputLine(Terminal terminal) {
        super(terminal);
        setVariable(BELL_STYLE, "none"); // a bell means that somebody calls
        setVariable(WORDCHARS, "_-.");
        setVariable(FEATURES_MAX_BUFFER_SIZE, LONGEST); // beyond it neither highlighter nor undo
        setOpt(Option.DISABLE_EVENT_EXPANSION);
        setOpt(Option.CASE_INSENSITIVE);
        setOpt(Option.CASE_INSENSITIVE_SEARCH);
        setOpt(Option.ERASE_LINE_ON_FINISH);
        unsetOpt(Option.INSERT_TAB);
        unsetOpt(Option.HISTORY_TIMESTAMPED);
        history.attach(this);
        setHighlighter(new CellHighlighter());
        getWidgets().put(ACCEPT_LINE, this::enter);
        getWidgets().put(BEGIN_PASTE, this::paste);
        getWidgets().put(INTERRUPT_LINE, this::interruptLine);
        getWidgets().put(CALLBACK_INIT, this::started);
        getWidgets().put(PasswordEntry.GIVE_UP, () -> true); // there is nothing to give up
        getKeyMaps().values().forEach(keyMap -> keyMap.bind(new Reference(INTERRUPT_LINE), KeyMap.ctrl('C')));
        Objects.requireNonNull(getKeyMaps().get(MAIN)).bind(new Reference(PasswordEntry.GIVE_UP), KeyMap.esc());
    }

    /** Reads until the person or {@link Keys} wants no more, or the terminal is gone. */
    void read(Keys newKeys) {
        keys = newKeys;
        try {
            readLine();
        } catch (EndOfFileException | UserInterruptException e) {
            // Ctrl-D, a terminal that is gone, or somebody else ended it: the line is over
        }
    }

    /** Lets Tab complete. */
    void complete(TabCompleter tab) {
        setCompleter(tab);
        setParser(tab);
    }

    /** Puts lines where the Up key finds them. */
    void remember(List<String> lines) {
        lock.lock();
        try {
            lines.forEach(line -> history.add(line));
            history.moveToEnd();
        } finally {
            lock.unlock();
        }
    }

    /** Ends {@link #read}, also one that has not begun. */
    void finish(Thread reader) {
        lock.lock();
        try {
            finished = true;
            if (reading) {
                reader.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Empties the screen but for the line. */
    void emptyScreen() {
        lock.lock();
        try {
            if (reading) {
                clearScreen();
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    @Nullable
    Binding readKey(KeyMap<Binding> keyMap, @Nullable KeyMap<Binding> local) {
        Binding binding = readBoundKey(keyMap, local);
        if (!KeyMap.ctrl('C').equals(getLastBinding())) {
            keys().touched();
        }
        return binding;
    }

    @Override
    boolean isAsking() {
        return asking;
    }

    @Override
    void given(char[] password) {
        keys().password(password);
    }

    @Override
    void thrownAway() {
        keys().thrownAway();
    }

    private Keys keys() {
        return Objects.requireNonNull(keys);
    }

    private boolean enter() {
        String typed = buf.toString();
        List<String> lines = PastedText.lines(typed);
        if (lines.size() > 1) {
            return sendOrAsk(lines, typed);
        }
        begin("");
        hand(typed);
        return true;
    }

    /** Hands over a line. What comes with one that makes the server ask may be the password, whoever is faster. */
    private void hand(String line) {
        if (line.isBlank()) {
            return;
        }
        if (isHeld()) {
            given(line.strip().toCharArray());
            return;
        }
        if (withholds(line)) {
            keys().withheld();
            return;
        }
        if (Discretion.mayRemember(line)) {
            history.add(line);
            history.moveToEnd();
        }
        if (SecretWords.ask(line)) {
            holdPassword();
        }
        keys().entered(line);
    }

    /** The line anew, with this text in it. */
    private void begin(String text) {
        buf.clear();
        buf.write(text);
        modifiedHistory.clear();
        history.moveToEnd();
        undo.clear();
        undo.newState(buf.copy());
    }

    /** One pasted line waits for Enter; several are sent, and many only after a question. */
    private boolean paste() {
        buf.write(PastedText.oneLine(readPasted()));
        String text = buf.toString();
        List<String> lines = PastedText.lines(text);
        return lines.size() <= 1 || sendOrAsk(lines, text);
    }

    private boolean sendOrAsk(List<String> lines, String text) {
        begin("");
        if (withholds(lines.get(0))) {
            keys().withheld(); // all of it: a new password may be pasted twice
        } else if (lines.size() <= UNASKED || isConfirmed(lines.size(), text)) {
            lines.forEach(this::hand);
        }
        return true;
    }

    /** Asks; without a yes the text is in the line again. */
    private boolean isConfirmed(int lines, String text) {
        ask("Send " + lines + " lines? [y/n] ");
        asking = true;
        Binding answer = readBinding(getKeys());
        asking = false;
        ask("");
        if (answer != null && getLastBinding().equalsIgnoreCase("y")) {
            return true;
        }
        begin(text);
        if (answer instanceof Reference key && key.name().equals(BEGIN_PASTE)) {
            paste(); // another paste is no answer
        }
        return false;
    }

    private boolean interruptLine() {
        if (buf.length() > 0) {
            killRing.add(buf.toString()); // Ctrl-Y brings it back
            begin("");
        } else {
            keys().interrupted();
        }
        return true;
    }

    private boolean started() {
        if (finished) {
            Thread.currentThread().interrupt();
        }
        DrawableTerminal.takeKeys(terminal);
        keys().begun();
        return true;
    }
}
