package chat.server.doctor;

import chat.common.event.JsonFields;
import java.io.IOException;
import java.util.Locale;

/**
 * What came out of one check.
 *
 * @param level whether it is as it should be
 * @param what what was looked at, and how it is
 * @param advice what to do about it; empty for nothing
 */
public record Finding(Level level, String what, String advice) {
    /** How bad it is. */
    public enum Level {
        /** As it should be. */
        OK,
        /** It works, and may not go on so, or is not what was meant. */
        WARN,
        /** A server with these flags would not start, or not do what it should. */
        FAIL;

        /** As it is printed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String what) {
        return new Finding(Level.OK, what, "");
    }

    static Finding warn(String what, String advice) {
        return new Finding(Level.WARN, what, advice);
    }

    static Finding fail(String what, String advice) {
        return new Finding(Level.FAIL, what, advice);
    }

    /** From a sentence that says {@code what: what to do.} */
    static Finding fail(String sentence) {
        int colon = sentence.lastIndexOf(": ");
        String text = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return colon < 0 ? fail(text, "") : fail(text.substring(0, colon), text.substring(colon + 2));
    }

    /**
     * One line.
     *
     * @param colour whether the level has one
     * @return without its line end
     */
    public String line(boolean colour) {
        String padded = String.format("%-4s", level);
        return (colour ? paint(padded) : padded) + "  " + what + (advice.isEmpty() ? "" : " — " + advice);
    }

    private String paint(String text) {
        return switch (level) {
            case OK -> "\u001b[32m" + text + "\u001b[0m";
            case WARN -> "\u001b[33m" + text + "\u001b[0m";
            case FAIL -> "\u001b[31m" + text + "\u001b[0m";
        };
    }

    /**
     * Writes the fields of an object.
     *
     * @param out where to
     * @throws IOException if that cannot be written to
     */
    public void write(JsonFields out) throws IOException {
        out.add("level", level.toString()).add("what", what).add("advice", advice);
    }
}
