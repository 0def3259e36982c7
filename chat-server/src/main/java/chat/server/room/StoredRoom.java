package chat.server.room;

import chat.common.RoomName;
import java.util.List;

/**
 * What a store knows of a room when it is opened.
 *
 * @param name what it is called
 * @param sequence the sequence number of its last entry; 0 if it never had any
 * @param messages how many messages it has had
 * @param state what it is like
 * @param latest its last entries, in order and without holes up to the last one; may be empty
 */
public record StoredRoom(RoomName name, long sequence, long messages, RoomState state, List<Entry> latest) {
    /** Copies the list. */
    public StoredRoom {
        latest = List.copyOf(latest);
    }

    /**
     * A room that no store has heard of.
     *
     * @param name what it is called
     * @return nothing but the name
     */
    static StoredRoom unknown(RoomName name) {
        return new StoredRoom(name, 0, 0, RoomState.NEW, List.of());
    }
}
