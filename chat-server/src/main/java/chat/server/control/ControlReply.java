package chat.server.control;

import java.util.List;

/**
 * What came of a request over the local socket. Immutable.
 *
 * @param done whether it was done
 * @param lines for people: what was found out, or why it was not done
 */
public record ControlReply(boolean done, List<String> lines) {
    /** Copies the list, so that it never changes. */
    public ControlReply {
        lines = List.copyOf(lines);
    }

    /**
     * It was done.
     *
     * @param lines see the class
     */
    public static ControlReply done(List<String> lines) {
        return new ControlReply(true, lines);
    }

    /**
     * It was done.
     *
     * @param line see the class
     */
    public static ControlReply done(String line) {
        return done(List.of(line));
    }

    /**
     * It was not done.
     *
     * @param sentence why, and what was expected
     */
    public static ControlReply failed(String sentence) {
        return new ControlReply(false, List.of(sentence));
    }
}
