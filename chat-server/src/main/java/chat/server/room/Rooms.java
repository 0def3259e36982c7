package chat.server.room;

import chat.common.RoomName;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All rooms. A room is made when it is first asked for. Thread-safe. */
public final class Rooms {
    /** How many entries a room's log keeps. */
    static final int LOG_ENTRIES = 4096;

    /** How many bytes a room's log keeps, about. */
    static final long LOG_BYTES = 4L << 20;

    private final Map<RoomName, Room> rooms = new ConcurrentHashMap<>();
    private final Function<RoomName, Journal> journals;
    private final Timer timer;

    /**
     * Begins without a room, and forgets what is said when the process ends.
     *
     * @param clock dates what is said
     * @param timer runs what is due later
     */
    public Rooms(InstantSource clock, Timer timer) {
        this(name -> new MemoryJournal(clock), timer);
    }

    /**
     * The same with journals of another kind.
     *
     * @param journals makes a room's journal, once for each
     * @param timer runs what is due later
     */
    public Rooms(Function<RoomName, Journal> journals, Timer timer) {
        this.journals = journals;
        this.timer = timer;
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
        return rooms.computeIfAbsent(
                name, n -> new Room(n, journals.apply(n), new RoomLog(LOG_ENTRIES, LOG_BYTES), timer));
    }
}
