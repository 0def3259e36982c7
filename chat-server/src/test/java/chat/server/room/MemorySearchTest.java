package chat.server.room;

import java.time.InstantSource;

class MemorySearchTest extends SearchContract {
    @Override
    protected RoomStore open(InstantSource clock) {
        return new MemoryStore(clock);
    }
}
