package chat.server.room;

import chat.common.RoomName;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All rooms: those that are stored, and those that somebody has asked for since. Thread-safe. */
public final class Rooms {
    /** How many entries a room's log keeps. */
    static final int LOG_ENTRIES = 4096;

    /** How many bytes a room's log keeps, about. */
    static final long LOG_BYTES = 4L << 20;

    private final Map<RoomName, Room> rooms = new ConcurrentHashMap<>();
    private final RoomStore store;
    private final Timer timer;

    /**
     * Begins without a room, and forgets what is said when the process ends.
     *
     * @param clock dates what is said
     * @param timer runs what is due later
     */
    public Rooms(InstantSource clock, Timer timer) {
        this(new MemoryStore(clock), timer);
    }

    /**
     * Begins with the rooms that are stored.
     *
     * @param store keeps what is said; closed by whoever opened it
     * @param timer runs what is due later
     */
    public Rooms(RoomStore store, Timer timer) {
        this.store = store;
        this.timer = timer;
        store.rooms().forEach(stored -> rooms.put(stored.name(), open(stored)));
    }

    private Room open(StoredRoom stored) {
        RoomLog log = new RoomLog(LOG_ENTRIES, LOG_BYTES, stored);
        return new Room(stored.name(), store.era(), store.journal(stored.name(), log), log, timer);
    }

    /** The room that everybody starts in. */
    public Room lobby() {
        return room(RoomName.LOBBY);
    }

    /**
     * A room by its name.
     *
     * @param name which
     * @return the room, new if nobody has asked for it before
     */
    public Room room(RoomName name) {
        return rooms.computeIfAbsent(name, unknown -> open(StoredRoom.unknown(unknown)));
    }
}
