package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Forgotten;
import chat.common.event.Keeping;
import chat.server.name.NameTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;

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
    private final Forgetting forgetting;
    private volatile Keeping keeping = Keeping.AGAIN;

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
        this.forgetting = new Forgetting(this, store);
        store.rooms().forEach(this::open);
        store.listen(this::tell);
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

    /** How long what is said is kept: zero for as long as there is room; empty if nothing outlives the process. */
    public Optional<Duration> keeps() {
        return store.keeps();
    }

    /** Whether what is said can be kept at the moment. */
    public Keeping keeping() {
        return keeping;
    }

    /** Tells everybody once, however many rooms they are in. Those who come later are told when they come. */
    private void tell(Keeping now) {
        keeping = now;
        Set<Member> members = new HashSet<>();
        rooms.values().forEach(room -> members.addAll(room.members()));
        members.forEach(member -> member.told(now));
    }

    /**
     * Takes back what somebody has written, in all rooms, as if they had never said it: no history tells it any more, and
     * the rooms are told that something is gone.
     *
     * @param by who
     * @param traces by what they are found
     * @return how much, when no trace of it is left, on any thread; with a {@link NotKeptException} if not all of it could
     *     be removed; empty if too many others want the same at the moment
     */
    public Optional<CompletableFuture<Forgotten>> forget(Member by, Traces traces) {
        return forgetting.forget(by, traces);
    }

    /**
     * Removes what others have written.
     *
     * @param from the name under which, as the rooms are told; empty for those of some addresses
     * @param by the name of who removes it
     * @param operator whether they look after the server, for whom some places are kept
     * @param traces by what it is found
     * @return as with {@link #forget}
     */
    public Optional<CompletableFuture<Forgotten>> purge(
            Optional<UserName> from, UserName by, boolean operator, Traces traces) {
        return forgetting.purge(from, by, operator, traces);
    }

    /**
     * Forgets accounts that there are not any more, in all rooms: a room whose only owner has gone belongs to whoever comes
     * first, and not to nobody.
     *
     * @param gone tells which
     * @return completed when that is kept; with a {@link NotKeptException} if it cannot be now
     */
    public CompletableFuture<Void> forgetAccounts(LongPredicate gone) {
        return CompletableFuture.allOf(rooms.values().stream()
                .map(room -> room.settings().forget(gone))
                .toArray(CompletableFuture[]::new));
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
     * Makes a room that nobody's account looks after, unless there are too many or one has a name that looks like it.
     *
     * @param name what it is called
     * @return the room, new if there was none of that very name
     */
    public Optional<Room> make(RoomName name) {
        return make(StoredRoom.unknown(name));
    }

    /**
     * The same, but that somebody looks after it before anybody can come in.
     *
     * @param name what it is called
     * @param maker who, if it is new
     * @return as with {@link #make(RoomName)}
     */
    public Optional<Room> make(RoomName name, Member maker) {
        return make(StoredRoom.madeBy(name, maker));
    }

    private synchronized Optional<Room> make(StoredRoom made) {
        RoomName name = made.name();
        if (rooms.containsKey(name)) {
            return find(name);
        }
        return isFull() || inTheWay(name).isPresent() ? Optional.empty() : Optional.of(open(made));
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
