package chat.server.store;

import chat.server.room.Draft;
import chat.server.room.Journal;
import chat.server.room.Receipt;
import java.util.concurrent.CompletableFuture;

/** Hands a room's drafts to the writer. */
final class SqliteJournal implements Journal {
    private final RoomRow room;
    private final Inbox inbox;

    SqliteJournal(RoomRow room, Inbox inbox) {
        this.room = room;
        this.inbox = inbox;
    }

    @Override
    public void append(Draft draft, Receipt receipt) {
        if (!inbox.add(new Pending(room, draft, receipt))) {
            receipt.refused(draft, "it is stopping");
        }
    }

    @Override
    public CompletableFuture<Void> whenReady() {
        return inbox.whenReady();
    }
}
