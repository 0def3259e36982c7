package chat.client.script;

import java.io.PrintStream;
import java.util.function.BooleanSupplier;

/** What went wrong, a sentence on each line. Thread-safe. */
final class Complaints {
    private final PrintStream err;
    private final BooleanSupplier decided;
    private volatile boolean any;

    /**
     * Begins with none.
     *
     * @param err takes them
     * @param decided whether it is clear how the run ends, so that nobody needs to be told more
     */
    Complaints(PrintStream err, BooleanSupplier decided) {
        this.err = err;
        this.decided = decided;
    }

    /** Something to know. */
    void tell(String sentence) {
        if (!decided.getAsBoolean()) {
            err.println(sentence);
        }
    }

    /** Something was not done, and that is why. */
    void fail(String sentence) {
        failed();
        tell(sentence);
    }

    /** Something was not done. */
    void failed() {
        any = true;
    }

    /** Whether anything was not done. */
    boolean any() {
        return any;
    }

    void flush() {
        err.flush();
    }
}
