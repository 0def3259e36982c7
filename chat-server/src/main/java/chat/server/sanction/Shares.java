package chat.server.sanction;

import chat.common.RoomName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many sanctions there may be in each place: anybody can make a room and look after it, so rooms must not take from each
 * other, and all of them together not from the server. Thread-safe.
 */
final class Shares {
    /** Guarded by this, as the others. */
    private final Map<RoomName, Integer> rooms = new HashMap<>();

    private int ofRooms;
    private int ofServer;

    /** One more is there, whether there is room for it or not. */
    synchronized void enter(Optional<RoomName> room) {
        count(room, 1);
    }

    /**
     * Takes room for one more.
     *
     * @param replaced how many it takes the place of, which are there as long as it is not kept
     * @return whether there was any
     */
    synchronized boolean take(Optional<RoomName> room, int replaced) {
        boolean any = room.isEmpty()
                ? ofServer - replaced < Sanctions.MOST
                : rooms.getOrDefault(room.get(), 0) - replaced < Sanctions.MOST_OF_ROOM
                        && ofRooms - replaced < Sanctions.MOST_OF_ROOMS;
        if (any) {
            count(room, 1);
        }
        return any;
    }

    /** One is not there any more. */
    synchronized void leave(Optional<RoomName> room) {
        count(room, -1);
    }

    private void count(Optional<RoomName> room, int more) {
        if (room.isEmpty()) {
            ofServer += more;
        } else {
            ofRooms += more;
            rooms.merge(room.get(), more, (some, others) -> some + others == 0 ? null : some + others);
        }
    }
}
