package chat.common.wire;

import chat.common.event.Event;
import chat.common.event.TextLines;

/** How events are written to one session. Few formats exist, so a room is encoded once for all who share one. */
public enum WireFormat {
    /** Plain text with CR LF, for telnet and for everybody who has not typed a line yet. */
    TEXT_CRLF("\r\n"),
    /** Plain text with LF, for nc and scripts. */
    TEXT_LF("\n");

    private final String lineEnd;

    WireFormat(String lineEnd) {
        this.lineEnd = lineEnd;
    }

    /**
     * Writes an event. Any thread, one at a time per {@code out}.
     *
     * @param event what to tell
     * @param out where the event's lines are appended, each with its line end
     */
    public void append(Event event, StringBuilder out) {
        event.writeText(new TextLines(out, lineEnd));
    }
}
