package chat.server.room;

import java.util.function.Consumer;

/** Decides order and durability: an entry exists once the journal says so. */
public interface Journal {
    /**
     * Takes a draft. Called under the room's lock, so drafts come one at a time; never waits.
     *
     * @param draft what to keep
     * @param kept is called once for every draft, in order, when it is as safe as this journal makes it: at once or
     *     later, on any thread
     */
    void append(Draft draft, Consumer<Entry> kept);
}
