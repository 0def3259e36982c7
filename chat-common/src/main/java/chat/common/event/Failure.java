package chat.common.event;

import java.util.Locale;

/**
 * A request that could not be done, and why.
 *
 * @param code for programs; never changes once published
 * @param sentence for people: what was wrong and what was expected
 */
public record Failure(Code code, String sentence) implements Event {
    /** The kinds of failure. */
    public enum Code {
        /** The words after the command are not what it takes. */
        BAD_ARGUMENTS,
        /** A line is longer than {@link chat.common.Limits#MAX_LINE_BYTES}. */
        LINE_TOO_LONG,
        /** What was asked for may not be a name. */
        NAME_NOT_ALLOWED,
        /** Somebody else has the name. */
        NAME_TAKEN,
        /** Nobody has the name. */
        NOT_FOUND,
        /** The receiver's connection takes nothing at the moment. */
        NOT_READING,
        /** Something went wrong that never should. */
        SERVER_MISTAKE,
        /** There is no such command. */
        UNKNOWN_COMMAND;

        /** The code as programs read it: {@code name-taken}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public void writeText(TextLines out) {
        out.line(sentence);
    }
}
