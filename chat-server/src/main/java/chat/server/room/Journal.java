package chat.server.room;

import java.util.function.Consumer;

/** Decides order and durability: an entry exists once the journal says so. */
public interface Journal {
    /**
     * What the ids of its entries begin with: a word of letters and digits that no other history has, so that ids of a
     * former run do not come again. Any thread.
     */
    String era();

    /**
     * Takes a draft. Called under the room's lock, so drafts come one at a time; never waits.
     *
     * @param draft what to keep
     * @param kept is called once for every draft, in order, when it is as safe as this journal makes it: at once or
     *     later, on any thread
     */
    void append(Draft draft, Consumer<Entry> kept);
}
