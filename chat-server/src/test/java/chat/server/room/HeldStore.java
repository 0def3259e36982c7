package chat.server.room;

import chat.common.RoomName;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps drafts in groups, as a store on a disk does: nothing exists before {@link #keep} is called. */
public final class HeldStore extends ForwardingStore {
    private final Queue<Consumer<@Nullable String>> group = new ArrayDeque<>();

    public HeldStore(InstantSource clock) {
        super(new MemoryStore(clock));
    }

    /** How many drafts wait. */
    public int waiting() {
        return group.size();
    }

    /** Keeps all that waits. */
    public void keep() {
        answer(null);
    }

    /** Refuses all that waits. */
    public void refuse(String why) {
        answer(why);
    }

    private void answer(@Nullable String why) {
        for (Consumer<@Nullable String> next = group.poll(); next != null; next = group.poll()) {
            next.accept(why);
        }
    }

    @Override
    public Journal journal(RoomName room, RoomLog log) {
        Journal journal = super.journal(room, log);
        return (draft, receipt) -> group.add(why -> {
            if (why == null) {
                journal.append(draft, receipt);
            } else {
                receipt.refused(draft, why);
            }
        });
    }
}
