package chat.client.bench;

import java.io.Serial;

/** A run that could not be finished, with a sentence for people. */
final class BenchException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    BenchException(String sentence) {
        super(sentence);
    }

    /** What went wrong. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
