package chat.server.room;

import chat.common.RoomName;
import java.util.List;

/** Keeps all that rooms have beyond the moment. Thread-safe. */
public interface RoomStore extends AutoCloseable {
    /**
     * What the ids of its entries begin with: a word of letters and digits that no other history has, so that no id
     * ever means two entries.
     */
    String era();

    /** The rooms it knew when it was opened. */
    List<StoredRoom> rooms();

    /**
     * Opens the journal of a room. Costs no I/O: a room that is new is written with its first entry.
     *
     * @param room which; opened once at a time
     * @param log what the room itself remembers, to which the room adds each entry that is kept
     * @return its journal, which goes on behind what is stored
     */
    Journal journal(RoomName room, RoomLog log);

    /**
     * A room that never had an entry is gone, as if nobody had asked for it.
     *
     * @param room which
     */
    default void forget(RoomName room) {}

    /** What was said before, for those who ask. */
    History history();

    /**
     * Keeps what a room is like, instead of what was known before. Does not wait.
     *
     * @param room which
     * @param state what it is like now
     */
    void keep(RoomName room, RoomState state);

    /** Keeps what it has been given, and lets go of everything. Drafts that come later are refused. May wait. */
    @Override
    void close();
}
