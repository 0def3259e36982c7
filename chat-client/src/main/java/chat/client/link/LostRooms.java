package chat.client.link;

import chat.common.RoomName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rooms that have not let us in again. What waits for one of them is not for anybody else, so it goes back to whoever
 * typed it; what goes to people, to other rooms or to the server alone is sent all the same. On the link's thread.
 */
final class LostRooms {
    private final Set<RoomName> lost = new HashSet<>();

    void add(RoomName room) {
        lost.add(room);
    }

    /**
     * Hands lines back, each with the room that it was meant for.
     *
     * @param typedFor the room that was the current one when the first line was typed
     * @param rooms where we are now
     */
    void handBack(RoomName typedFor, Whereabouts rooms, Outbox outbox, Receipts receipts) {
        if (lost.isEmpty()) {
            return;
        }
        Map<RoomName, List<Line>> stranded = new LinkedHashMap<>();
        RoomName current = typedFor;
        for (Line line : outbox.waiting()) {
            RoomName next = line.goesTo();
            if (next != null && (rooms.has(next) || lost.contains(next))) { // another one may not let us in
                current = next;
            }
            if (line.isForCurrentRoom() && lost.contains(current)) {
                stranded.computeIfAbsent(current, room -> new ArrayList<>()).add(line);
            }
        }
        stranded.forEach((room, lines) -> {
            outbox.remove(lines);
            receipts.handBack(lines, "you are not in " + room + " any more");
        });
    }
}
