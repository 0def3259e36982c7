package chat.common.wire;

import chat.common.event.Event;
import chat.common.event.Stamp;
import chat.common.event.TextLines;
import org.jspecify.annotations.Nullable;

/** How events are written to one session. Few formats exist, so a room is encoded once for all who share one. */
public enum WireFormat {
    /** Plain text with CR LF, for telnet and for everybody who has not typed a line yet. */
    TEXT_CRLF("\r\n"),
    /** Plain text with LF, for nc and scripts. */
    TEXT_LF("\n"),
    /** One JSON object on each line, for programs; see {@link JsonLines}. */
    JSON("\n");

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
        append(event, null, null, out);
    }

    /**
     * Writes an event with what programs are told beside it; plain text shows none of that. Any thread, one at a time
     * per {@code out}.
     *
     * @param event what to tell
     * @param stamp when and where it happened; null for what just happens now
     * @param tag the tag of the line that it answers; null if there is none
     * @param out where the event's lines are appended, each with its line end
     */
    public void append(Event event, @Nullable Stamp stamp, @Nullable String tag, StringBuilder out) {
        if (this == JSON) {
            JsonLines.append(event, stamp, tag, out);
        } else {
            event.writeText(new TextLines(out, lineEnd));
        }
    }
}
