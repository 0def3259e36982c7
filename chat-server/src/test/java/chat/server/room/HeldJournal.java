package chat.server.room;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** Keeps drafts in groups, as a journal on a disk does: nothing exists before {@link #keep} is called. */
public final class HeldJournal implements Journal {
    private final Journal journal;
    private final Queue<Runnable> group = new ArrayDeque<>();

    public HeldJournal(InstantSource clock) {
        this.journal = new MemoryJournal(clock);
    }

    @Override
    public String era() {
        return journal.era();
    }

    @Override
    public void append(Draft draft, Consumer<Entry> kept) {
        group.add(() -> journal.append(draft, kept));
    }

    /** How many drafts wait. */
    public int waiting() {
        return group.size();
    }

    /** Keeps all that waits. */
    public void keep() {
        for (Runnable next = group.poll(); next != null; next = group.poll()) {
            next.run();
        }
    }
}
