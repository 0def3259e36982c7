package chat.server.room;

import chat.common.RoomName;
import chat.common.event.Keeping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

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
     * @return completed on any thread when it is kept, what follows must not wait; with a {@link NotKeptException} if it
     *     cannot be kept now, in which case it is tried again until something else is to be kept
     */
    CompletableFuture<Void> keep(RoomName room, RoomState state);

    /** What marks are made with, so that nobody can guess one; it does not change. A copy. */
    byte[] secret();

    /** How long it keeps what is said: zero for as long as there is room; empty if nothing outlives the process. */
    Optional<Duration> keeps();

    /**
     * Empties the places of all entries in which somebody has left traces. Drafts that it was given before are covered; entries that come
     * meanwhile may be. What rooms remember themselves is for the caller to empty.
     *
     * @param traces by what they are found
     * @param removed is told what was removed from each room, as soon as no history tells it any more; on any thread, must
     *     not wait
     * @return completed on any thread when no trace of it is left in what is kept; with a {@link NotKeptException} if not
     *     all of it could be removed
     */
    CompletableFuture<Void> remove(Traces traces, Consumer<Removal> removed);

    /**
     * Asks to hear when it cannot keep anything any more, and when it can again.
     *
     * @param listener is told on any thread, must not wait
     */
    default void listen(Consumer<Keeping> listener) {}

    /** Keeps what it has been given, and lets go of everything. Drafts that come later are refused. May wait. */
    @Override
    void close();
}
