package chat.server.room;

import chat.common.event.RoomEvent;
import java.time.InstantSource;

/** Keeps nothing beyond the room's log, so an entry exists at once. */
final class MemoryJournal implements Journal {
    private final InstantSource clock;
    private long sequence;
    private long messages;

    /**
     * Begins an empty journal for one room.
     *
     * @param clock dates the entries
     */
    MemoryJournal(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void append(Draft draft, Receipt receipt) {
        RoomEvent event = draft.event();
        if (event.isMessage()) {
            messages++;
        }
        receipt.kept(
                new Entry(++sequence, clock.millis(), messages, event, draft.author(), draft.mark(), draft.account()));
    }
}
