package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.server.name.NameTable;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All rooms. No two of them have names that look alike. A room in which nothing has happened is forgotten when the last
 * one leaves it. Thread-safe.
 */
public final class Rooms {
    /** How many rooms there may be. */
    static final int MOST = 10_000;

    /** How many entries a room's log keeps. */
    static final int LOG_ENTRIES = 4096;

    /** How many bytes a room's log keeps, about, while there is memory for that. */
    static final long LOG_BYTES = 4L << 20;

    private final Map<RoomName, Room> rooms = new ConcurrentHashMap<>();

    /** Each room's name belongs to the room's own object of it. */
    private final NameTable<RoomName> names = new NameTable<>();

    private final LogBudget logs = LogBudget.ofHeap();
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
        store.rooms().forEach(this::open);
    }

    private synchronized Room open(StoredRoom stored) {
        RoomName name = stored.name();
        names.claim(spelling(name), name);
        return rooms.computeIfAbsent(name, unknown -> {
            RoomLog log = new RoomLog(LOG_ENTRIES, LOG_BYTES, logs, stored);
            return new Room(stored, store, log, timer, this::forgetIfUnused);
        });
    }

    /** The room that everybody starts in. */
    public Room lobby() {
        return room(RoomName.LOBBY);
    }

    /**
     * A room by its name.
     *
     * @param name which
     * @return the room, if there is one of the name
     */
    public Optional<Room> find(RoomName name) {
        return Optional.ofNullable(rooms.get(name));
    }

    /**
     * A room by its name, whatever it looks like.
     *
     * @param name which
     * @return the room, new if there was none
     */
    public Room room(RoomName name) {
        Room known = rooms.get(name);
        return known != null ? known : open(StoredRoom.unknown(name));
    }

    /** What was said before, in all of them; who may read what is for the caller to know. */
    public History history() {
        return store.history();
    }

    /** All rooms there are; a view. */
    public Collection<Room> all() {
        return Collections.unmodifiableCollection(rooms.values());
    }

    /** Whether there are as many rooms as there may be. */
    public boolean isFull() {
        return rooms.size() >= MOST;
    }

    /**
     * The room whose name keeps a new one from having a name.
     *
     * @param name which
     * @return a room with a name that looks like it
     */
    public Optional<Room> inTheWay(RoomName name) {
        return names.inTheWay(spelling(name), name)
                .map(other -> new RoomName(other.toString()))
                .flatMap(this::find);
    }

    /**
     * Makes a room, unless there are too many or one has a name that looks like it.
     *
     * @param name what it is called
     * @return the room, new if there was none of that very name
     */
    public synchronized Optional<Room> make(RoomName name) {
        if (rooms.containsKey(name)) {
            return find(name);
        }
        return isFull() || inTheWay(name).isPresent() ? Optional.empty() : Optional.of(open(StoredRoom.unknown(name)));
    }

    private void forgetIfUnused(Room room) {
        if (room.name().equals(RoomName.LOBBY)) {
            return;
        }
        synchronized (this) {
            if (room.closeIfUnused()) {
                rooms.remove(room.name(), room);
                names.release(spelling(room.name()), room.name(), null);
                store.forget(room.name());
            }
        }
    }

    /** Rooms are told apart by the rules for people. */
    private static UserName spelling(RoomName name) {
        return UserName.of(name.value());
    }
}
