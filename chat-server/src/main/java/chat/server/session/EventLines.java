package chat.server.session;

import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Stamp;
import chat.common.wire.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as lines in one session's format, and keeps the confirmations that wait to be sent together with the
 * next of them. On the channel's event loop.
 */
final class EventLines {
    private static final Failure BUSY = new Failure(
            Failure.Code.SERVER_BUSY,
            "The server has too much to send for an answer as long as this one. Please try again in a minute.");

    private WireFormat text = WireFormat.TEXT_CRLF;
    private WireFormat format = text;
    private @Nullable StringBuilder waiting;
    private boolean queued;

    WireFormat format() {
        return format;
    }

    /** Text is written like this from now on. JSON stays as it is, however the program ends its own lines. */
    void setText(WireFormat form) {
        if (!format.isJson()) {
            format = form;
        }
        text = form;
    }

    /** The web page reads JSON of its own from the first line to the last. */
    void setWeb() {
        format = WireFormat.WEB;
    }

    void setJson(boolean json) {
        format = format == WireFormat.WEB ? format : json ? WireFormat.JSON : text;
    }

    /** An event's lines, behind the confirmations that wait. Nothing waits from then on. */
    StringBuilder of(Event event, @Nullable Stamp stamp, @Nullable String tag) {
        StringBuilder confirmations = takeConfirmations();
        StringBuilder lines = confirmations == null ? new StringBuilder(128) : confirmations;
        format.append(event, stamp, tag, lines);
        return lines;
    }

    /** The same of an answer, which has to be asked for again if it would be longer than may wait to be sent now. */
    StringBuilder answer(Event event, @Nullable Stamp stamp, @Nullable String tag, PendingOutput pending) {
        int before = waiting == null ? 0 : waiting.length();
        StringBuilder lines = of(event, stamp, tag);
        int length = lines.length() - before;
        if (length > OutputBudget.LEAST_SHARE && length > pending.longestAnswer()) {
            lines.setLength(before);
            format.append(BUSY, null, tag, lines);
        }
        return lines;
    }

    /** Keeps a confirmation; whether the connection has to be queued for a moment in which the loop is idle. */
    boolean keep(Event event, @Nullable Stamp stamp, @Nullable String tag) {
        StringBuilder lines = waiting;
        if (lines == null) {
            lines = new StringBuilder(32);
            waiting = lines;
        }
        format.append(event, stamp, tag, lines);
        boolean first = !queued;
        queued = true;
        return first;
    }

    boolean hasConfirmations() {
        return waiting != null;
    }

    /** The connection is not in the queue any more. */
    void dequeued() {
        queued = false;
    }

    /** The confirmations that wait; null if none do. Nothing waits from then on. */
    @Nullable
    StringBuilder takeConfirmations() {
        StringBuilder lines = waiting;
        waiting = null;
        return lines;
    }
}
