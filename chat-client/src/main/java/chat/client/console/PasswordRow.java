package chat.client.console;

import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Reads a password in place of the line being typed, which is back afterwards as it was. The keys of the password never
 * get to that line. Between Enter and the server's answer keys are held, too: they may belong to its next question.
 *
 * <p>{@link #readBinding} is for the reading thread. The others may be called from any.
 */
abstract class PasswordRow extends BottomRows {
    private static final String HOLDING = "(one moment) ";

    private final PasswordEntry entry = new PasswordEntry();
    private String question = "";
    private boolean withholding;
    private boolean awaitsKey;
    private @Nullable KeyMap<Binding> keys;

    PasswordRow(Terminal terminal) {
        super(terminal);
    }

    /** A password was typed; empty if the person gives up. On the reading thread. */
    abstract void given(char[] password);

    /** What was typed is gone, as there is no question to it. */
    abstract void thrownAway();

    /** Reads a key. */
    abstract @Nullable Binding readKey(KeyMap<Binding> keyMap, @Nullable KeyMap<Binding> local);

    /** Whether keys are an answer to something else at the moment. */
    abstract boolean isAsking();

    /** Asks for a password. What was typed already while the server was awaited belongs to it. */
    void askPassword(String newQuestion) {
        change(newQuestion);
    }

    /** The server may be about to ask for a password. */
    void holdPassword() {
        change(HOLDING);
    }

    /** The server is about to ask again: what was typed behind the password that it refused is gone. */
    void holdPasswordAnew() {
        lock.lock();
        try {
            letGo();
            change(HOLDING);
        } finally {
            lock.unlock();
        }
    }

    /** The server asks for no password, or no more. */
    void settlePassword() {
        change("");
    }

    /** The server asks no more, but the next line that is no command may be a password all the same. */
    void withholdLine() {
        lock.lock();
        try {
            change("");
            withholding = true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether this line is the one that may be a password all the same. With the line locked. */
    boolean withholds(String line) {
        boolean withheld = withholding && !line.stripLeading().startsWith("/");
        withholding = false;
        return withheld;
    }

    /** Whether what is typed may be for a question that has not come yet. With the line locked. */
    boolean isHeld() {
        return question.equals(HOLDING);
    }

    private void change(String newQuestion) {
        lock.lock();
        try {
            question = newQuestion;
            withholding = false;
            if (question.isEmpty()) {
                letGo();
            }
            if (awaitsKey) {
                draw();
            }
        } finally {
            lock.unlock();
        }
    }

    private void letGo() {
        if (!entry.isEmpty()) {
            entry.clear();
            thrownAway();
        }
    }

    private void draw() {
        replaceLine(question.isEmpty() ? "" : question + entry.stars());
    }

    @Override
    public @Nullable Binding readBinding(KeyMap<Binding> keyMap, @Nullable KeyMap<Binding> local) {
        if (keyMap != getKeys() || local != null || isAsking()) {
            return readKey(keyMap, local); // in the middle of a search, say: the question waits for its end
        }
        while (true) {
            KeyMap<Binding> map = begin(keyMap);
            Binding binding;
            try {
                binding = readKey(map, null);
            } finally {
                awaitsKey(false);
            }
            if (binding == null) {
                return null;
            }
            Binding inLine = map == keyMap ? binding : PasswordEntry.inLine(keyMap, getLastBinding());
            if (!takes(binding, getLastBinding()) && inLine != null) {
                return inLine;
            }
        }
    }

    private KeyMap<Binding> begin(KeyMap<Binding> lineKeys) {
        lock.lock();
        try {
            awaitsKey = true;
            if (question.isEmpty()) {
                return lineKeys;
            }
            draw();
            if (keys == null) {
                keys = PasswordEntry.keys(lineKeys);
            }
            return keys;
        } finally {
            lock.unlock();
        }
    }

    private void awaitsKey(boolean now) {
        lock.lock();
        try {
            awaitsKey = now;
        } finally {
            lock.unlock();
        }
    }

    /** Whether a key belongs to the password. */
    private boolean takes(Binding binding, String key) {
        lock.lock();
        try {
            if (question.isEmpty()) {
                return false;
            }
            press(binding, key);
            draw();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void press(Binding binding, String key) {
        boolean holding = isHeld();
        switch (entry.press(binding, key)) {
            case TYPING -> {}
            case PASTING -> entry.paste(readPasted());
            case ENTERED -> {
                if (!holding || !entry.isEmpty()) {
                    hand(entry.take());
                }
            }
            case GIVEN_UP -> {
                entry.clear();
                if (holding) {
                    question = "";
                } else {
                    hand(new char[0]);
                }
            }
        }
    }

    private void hand(char[] password) {
        question = HOLDING;
        given(password);
    }

    /** Char by char: JLine's own way reads a second paste twice that comes right behind the first. */
    String readPasted() {
        StringBuilder text = new StringBuilder();
        int end;
        do {
            int c = readCharacter();
            if (c < 0) {
                return text.toString();
            }
            text.appendCodePoint(c);
            end = text.length() - BRACKETED_PASTE_END.length();
        } while (end < 0 || text.indexOf(BRACKETED_PASTE_END, end) < 0);
        return text.substring(0, end);
    }
}
