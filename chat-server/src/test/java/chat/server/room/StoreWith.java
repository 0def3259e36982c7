package chat.server.room;

import chat.common.RoomName;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** A store in memory whose journals are somebody else's idea. */
public final class StoreWith extends ForwardingStore {
    private final UnaryOperator<Journal> journals;

    public StoreWith(InstantSource clock, UnaryOperator<Journal> journals) {
        super(new MemoryStore(clock));
        this.journals = journals;
    }

    @Override
    public Journal journal(RoomName room, RoomLog log) {
        return journals.apply(super.journal(room, log));
    }
}
