package chat.server.sanction;

import chat.common.RoomName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many sanctions there may be in each place: anybody can make rooms and look after them, so some of each room are its
 * own, whatever others fill, and all of them together take nothing from the server. Thread-safe.
 */
final class Shares {
    /** Guarded by this, as the others. */
    private final Map<RoomName, Integer> rooms = new HashMap<>();

    /** How many the rooms have beyond those that are their own. */
    private int common;

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
        boolean any = room.isEmpty() ? ofServer - replaced < Sanctions.MOST : hasShare(room.get(), replaced);
        if (any) {
            count(room, 1);
        }
        return any;
    }

    private boolean hasShare(RoomName room, int replaced) {
        int others = rooms.getOrDefault(room, 0) - replaced;
        return others < Sanctions.OWN_OF_ROOM
                || (others < Sanctions.MOST_OF_ROOM && common - replaced < Sanctions.MOST_OF_ROOMS);
    }

    /** One is not there any more. */
    synchronized void leave(Optional<RoomName> room) {
        count(room, -1);
    }

    private void count(Optional<RoomName> room, int more) {
        if (room.isEmpty()) {
            ofServer += more;
        } else {
            int before = rooms.getOrDefault(room.get(), 0);
            int after = before + more;
            common += beyond(after) - beyond(before);
            if (after == 0) {
                rooms.remove(room.get());
            } else {
                rooms.put(room.get(), after);
            }
        }
    }

    private static int beyond(int ofRoom) {
        return Math.max(0, ofRoom - Sanctions.OWN_OF_ROOM);
    }
}
