package chat.server.room;

import chat.common.event.RoomEvent;

/**
 * What somebody wants a room to hold, before the journal has given it a place.
 *
 * @param event what happened
 * @param author the {@linkplain Member#id id} of the member that does not get it back; {@link #NOBODY} for none
 * @param mark by which its author's words are found again, see {@link Member#mark}
 * @param account its author's account, see {@link Member#account}
 */
public record Draft(RoomEvent event, long author, long mark, long account) {
    /** The author of what the room itself says. */
    public static final long NOBODY = 0;

    /** The mark of what nobody may take back. */
    public static final long UNMARKED = 0;

    /** The account of authors who have none. */
    public static final long UNREGISTERED = 0;

    /** What a member says or does. */
    Draft(RoomEvent event, Member author) {
        this(event, author.id(), author.mark(), author.account());
    }

    /** What nobody may take back. */
    Draft(RoomEvent event, long author) {
        this(event, author, UNMARKED, UNREGISTERED);
    }
}
