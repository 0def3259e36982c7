package chat.client.link;

import chat.common.RoomName;
import java.util.List;

/**
 * What was told of the time without a connection.
 *
 * @param lines how many lines people have written meanwhile, in all of our rooms
 * @param gone the rooms that do not keep all of that any more
 * @param current the room that what is typed goes to
 */
public record Missed(int lines, List<RoomName> gone, RoomName current) {
    /** Copies the list. */
    public Missed {
        gone = List.copyOf(gone);
    }
}
