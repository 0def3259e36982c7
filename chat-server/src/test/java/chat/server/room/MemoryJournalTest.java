package chat.server.room;

import java.time.InstantSource;

class MemoryJournalTest extends JournalContract {
    @Override
    protected RoomStore open(InstantSource clock) {
        return new MemoryStore(clock);
    }
}
