package chat.server.room;

import chat.common.event.RoomEvent;

/**
 * What somebody wants a room to hold, before the journal has given it a place.
 *
 * @param event what happened
 * @param author the {@linkplain Member#id id} of the member that does not get it back; {@link #NOBODY} for none
 */
public record Draft(RoomEvent event, long author) {
    /** The author of what the room itself says. */
    public static final long NOBODY = 0;
}
