package chat.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One step of what several people do to a server, which is written as bytes: whatever a fuzzer writes means something, and
 * what a person writes is readable. Steps are separated by {@code |}; the first character of each says what is done, often the second by whom:
 *
 * <pre>
 *   0hi↵ 1 2 3   person 0, 1, 2 or 3 sends what follows, in one packet
 *   4            a second passes
 *   4m           a minute passes
 *   51           person 1 hangs up, and connects again before they do something else
 *   61           person 1 reads nothing more
 *   71           person 1 reads again
 *   81hi↵        person 1 sends what follows thirty times
 *   91hi↵        person 1 sends what follows byte by byte
 *   :1cmd        person 1 sends what follows the slash of a tagged line, and has to be answered if it is a program
 *   ;1hi         person 1 sends a line, and has to be answered if it is a program
 * </pre>
 */
final class Step {
    static final int PEOPLE = 4;

    static final int SEND = 0;
    static final int WAIT = 4;
    static final int HANG_UP = 5;
    static final int STOP_READING = 6;
    static final int READ = 7;
    static final int REPEAT = 8;
    static final int DRIP = 9;
    static final int ASK_TAGGED = 10;
    static final int ASK = 11;

    private static final int CODES = 16;

    private final int what;
    private final int who;
    private final byte[] bytes;

    private Step(int what, int who, byte[] bytes) {
        this.what = what;
        this.who = who;
        this.bytes = bytes;
    }

    /** What is done: one of the constants. */
    int what() {
        return what;
    }

    /** Who does it. */
    int who() {
        return who;
    }

    /** What is sent. */
    byte[] bytes() {
        return bytes;
    }

    /** Takes a script apart. */
    static List<Step> parse(byte[] script) {
        List<Step> steps = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= script.length; i++) {
            if (i == script.length || script[i] == '|') {
                if (i > start) {
                    steps.add(step(Arrays.copyOfRange(script, start, i)));
                }
                start = i + 1;
            }
        }
        return steps;
    }

    private static Step step(byte[] step) {
        int code = step[0] & (CODES - 1);
        if (code < WAIT || code > ASK) {
            return new Step(SEND, code % PEOPLE, Arrays.copyOfRange(step, 1, step.length));
        }
        int who = step.length > 1 ? step[1] & (PEOPLE - 1) : 0;
        return new Step(code, who, Arrays.copyOfRange(step, Math.min(2, step.length), step.length));
    }
}
