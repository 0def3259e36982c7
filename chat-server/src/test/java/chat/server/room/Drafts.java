package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import chat.common.event.Presence;
import chat.common.event.RoomEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Says things to a room of a store, and remembers what became of them. */
public final class Drafts implements Receipt {
    private final RoomName room;
    private final RoomLog log;
    private final Journal journal;
    private final List<Entry> kept = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int appended;

    /** In a room that the store may know already. */
    public Drafts(RoomStore store, RoomName room) {
        this.room = room;
        StoredRoom stored = store.rooms().stream()
                .filter(known -> known.name().equals(room))
                .findFirst()
                .orElseGet(() -> StoredRoom.unknown(room));
        this.log = new RoomLog(1024, 1L << 20, LogBudget.unlimited(), stored);
        this.journal = store.journal(room, log);
    }

    /** Somebody says something. */
    public Drafts say(String from, String text) {
        return tell(new Message(room, UserName.of(from), text));
    }

    /** Somebody says, does or sets something. */
    public Drafts tell(RoomEvent event) {
        append(new Draft(event, 7));
        return this;
    }

    /** Somebody comes in. */
    public Drafts join(String name) {
        append(new Draft(new Presence(room, List.of(UserName.of(name)), List.of(), List.of()), Draft.NOBODY));
        return this;
    }

    /** Somebody wants the room to hold something. */
    public synchronized void append(Draft draft) {
        appended++;
        journal.append(draft, this);
    }

    @Override
    public synchronized void kept(Entry entry) {
        log.append(entry);
        kept.add(entry);
    }

    @Override
    public synchronized void refused(Draft draft, String why) {
        refused.add(why);
    }

    /** What was kept, once all is answered. */
    public List<Entry> kept() {
        awaitAnswers();
        synchronized (this) {
            return List.copyOf(kept);
        }
    }

    /** Why the rest was not, once all is answered. */
    public List<String> refused() {
        awaitAnswers();
        synchronized (this) {
            return List.copyOf(refused);
        }
    }

    public RoomLog log() {
        return log;
    }

    private void awaitAnswers() {
        Awaitility.await()
                .pollInterval(1, TimeUnit.MILLISECONDS)
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> {
                    synchronized (this) {
                        return kept.size() + refused.size() == appended;
                    }
                });
    }
}
