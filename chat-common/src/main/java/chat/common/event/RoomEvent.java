package chat.common.event;

import chat.common.RoomName;

/** An event that everybody in a room reads in the same order: what a room's log holds. */
public sealed interface RoomEvent extends Event permits Authored, ChangedHands, Moderated, Presence, Removed {
    /** The room it happened in. */
    RoomName room();

    /** Whether somebody said it, so that its loss must be told; notices are not counted. */
    boolean isMessage();

    /** About how many bytes of memory it holds on to, for the bound of a room's log. */
    int weight();
}
