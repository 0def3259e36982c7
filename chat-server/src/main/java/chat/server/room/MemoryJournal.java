package chat.server.room;

import chat.common.event.RoomEvent;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Keeps nothing beyond the room's log, so an entry exists at once. */
public final class MemoryJournal implements Journal {
    private final InstantSource clock;
    private final String era;
    private long sequence;
    private long messages;

    /**
     * Begins an empty journal for one room.
     *
     * @param clock dates the entries
     */
    public MemoryJournal(InstantSource clock) {
        this.clock = clock;
        this.era = Long.toString(clock.millis(), Character.MAX_RADIX);
    }

    /** The moment it began: what it keeps ends with the process, and no two processes begin at once. */
    @Override
    public String era() {
        return era;
    }

    @Override
    public void append(Draft draft, Consumer<Entry> kept) {
        RoomEvent event = draft.event();
        if (event.isMessage()) {
            messages++;
        }
        kept.accept(new Entry(++sequence, clock.millis(), messages, event, draft.author()));
    }
}
