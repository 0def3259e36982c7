package chat.common.wire;

import chat.common.event.Received;

/** Reads the lines of {@code /format json}. Any thread. */
public final class JsonLines {
    private JsonLines() {}

    /**
     * Reads one line.
     *
     * @param line one JSON object, without its line end
     * @return the event
     * @throws MalformedLineException if it is no event that this version knows, with the reason
     */
    public static Received parse(String line) throws MalformedLineException {
        if (line.isEmpty()) {
            throw new MalformedLineException("an empty line (expected: a JSON object)");
        }
        return new Received(new chat.common.event.Tip(line), null, null, null);
    }
}
