package chat.common.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as a program reads it: what happened, and what the line said about it beside.
 *
 * @param event what happened
 * @param id its place in its room's history, opaque; null for what is in no history
 * @param at when it happened; null for answers, which happen when they come
 * @param tag the tag of the line that it answers; null for what nobody asked for, and for a line without one
 * @param replay whether this is history, and no news
 */
public record Received(
        Event event,
        @Nullable String id,
        @Nullable Instant at,
        @Nullable String tag,
        boolean replay) {
    /**
     * News.
     *
     * @param event see the class
     * @param id see the class
     * @param at see the class
     * @param tag see the class
     */
    public Received(Event event, @Nullable String id, @Nullable Instant at, @Nullable String tag) {
        this(event, id, at, tag, false);
    }
}
