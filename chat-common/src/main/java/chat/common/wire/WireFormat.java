package chat.common.wire;

import chat.common.RoomName;
import chat.common.event.Event;
import chat.common.event.PrivateMessage;
import chat.common.event.Replayed;
import chat.common.event.RoomEvent;
import chat.common.event.Skipped;
import chat.common.event.Stamp;
import chat.common.event.TextLines;
import org.jspecify.annotations.Nullable;

/** How events are written to one session. Few formats exist, so a room is encoded once for all who share one. */
public enum WireFormat {
    /** Plain text with CR LF, for telnet and for everybody who has not typed a line yet. */
    TEXT_CRLF("\r\n", false),
    /** Plain text with LF, for nc and scripts. */
    TEXT_LF("\n", false),
    /** The same as {@link #TEXT_CRLF} with the room in front of what happens in rooms: {@code [staff] bob: hi}. */
    TEXT_CRLF_ROOM("\r\n", true),
    /** The same as {@link #TEXT_LF} with the room in front of what happens in rooms. */
    TEXT_LF_ROOM("\n", true),
    /** One JSON object on each line, for programs; see {@link JsonLines}. */
    JSON("\n", false),
    /** The same for the web page: with the words that text has, but for somebody's own and lists of names. */
    WEB("\n", false);

    private final String lineEnd;
    private final boolean namesRoom;

    WireFormat(String lineEnd, boolean namesRoom) {
        this.lineEnd = lineEnd;
        this.namesRoom = namesRoom;
    }

    /** How the same session reads a room that is not its current one. */
    public WireFormat withRoom() {
        return switch (this) {
            case TEXT_CRLF, TEXT_CRLF_ROOM -> TEXT_CRLF_ROOM;
            case TEXT_LF, TEXT_LF_ROOM -> TEXT_LF_ROOM;
            case JSON, WEB -> this; // each event of a room has a field that tells which
        };
    }

    /** Whether it is for programs: JSON, and an answer to each line. */
    public boolean isJson() {
        return this == JSON || this == WEB;
    }

    /** Whether a person reads the words of what is told, at a terminal or on the web page. */
    public boolean hasWords() {
        return this != JSON;
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
        if (isJson()) {
            JsonLines.append(event, stamp, tag, false, this == WEB, out);
            return;
        }
        appendRoom(event, out);
        event.writeText(new TextLines(out, lineEnd));
    }

    /**
     * Writes what happened earlier, so that nobody takes it for news: {@code [10:31] ann: hello}. Any thread, one at a
     * time per {@code out}.
     *
     * @param event what happened; one line of text
     * @param stamp when and where
     * @param time when, as people read it
     * @param out where the line is appended, with its line end
     */
    public void appendPast(RoomEvent event, Stamp stamp, String time, StringBuilder out) {
        if (isJson()) {
            JsonLines.append(event, stamp, null, true, this == WEB, out);
            return;
        }
        appendRoom(event, out);
        out.append('[').append(time).append("] ");
        event.writeText(new TextLines(out, lineEnd));
    }

    /**
     * Writes a private message that was kept, with its time: {@code [10:31] ann(private): hello}. Any thread, one at a time
     * per {@code out}.
     *
     * @param message what was written
     * @param stamp when, and by what programs know it again
     * @param time when, as people read it
     * @param out where the line is appended, with its line end
     */
    public void appendKept(PrivateMessage message, Stamp stamp, String time, StringBuilder out) {
        if (isJson()) {
            JsonLines.append(message, stamp, null, false, this == WEB, out);
            return;
        }
        out.append('[').append(time).append("] ");
        message.writeText(new TextLines(out, lineEnd));
    }

    private void appendRoom(Event event, StringBuilder out) {
        RoomName room = namesRoom ? room(event) : null;
        if (room != null) { // what happens in rooms is one line each
            out.append('[').append(room.value()).append("] ");
        }
    }

    private static @Nullable RoomName room(Event event) {
        if (event instanceof RoomEvent happened) {
            return happened.room();
        }
        if (event instanceof Replayed replayed) {
            return replayed.room();
        }
        return event instanceof Skipped skipped ? skipped.room() : null;
    }
}
