package chat.server.room;

import java.time.InstantSource;

class MemoryHistoryTest extends HistoryContract {
    @Override
    protected RoomStore open(InstantSource clock) {
        return new MemoryStore(clock);
    }
}
