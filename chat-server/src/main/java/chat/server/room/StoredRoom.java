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
 * @param isKept whether a store has it at all; one that has not has never had an entry
 */
public record StoredRoom(
        RoomName name, long sequence, long messages, RoomState state, List<Entry> latest, boolean isKept) {
    /** Copies the list. */
    public StoredRoom {
        latest = List.copyOf(latest);
    }

    /** One that a store has. */
    public StoredRoom(RoomName name, long sequence, long messages, RoomState state, List<Entry> latest) {
        this(name, sequence, messages, state, latest, true);
    }

    /**
     * A room that no store has heard of.
     *
     * @param name what it is called
     * @return nothing but the name
     */
    static StoredRoom unknown(RoomName name) {
        return new StoredRoom(name, 0, 0, RoomState.NEW, List.of(), false);
    }

    /**
     * A room that somebody makes, who looks after it, also when they come again; kept with the first thing that happens there.
     *
     * @param name what it is called
     * @param maker who; guests look after it as long as they are here
     * @return nothing but the name, and whose it is
     */
    static StoredRoom madeBy(RoomName name, Member maker) {
        RoomState state =
                maker.account() == Draft.UNREGISTERED ? RoomState.NEW : RoomState.NEW.withOwner(maker.account());
        return new StoredRoom(name, 0, 0, state, List.of(), false);
    }
}
