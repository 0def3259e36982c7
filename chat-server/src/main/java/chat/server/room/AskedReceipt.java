package chat.server.room;

import chat.common.event.Stamp;
import java.util.concurrent.CompletableFuture;

/** For an author who has asked what became of a draft. */
final class AskedReceipt implements Receipt {
    private final Room room;
    private final CompletableFuture<Stamp> stamp;

    AskedReceipt(Room room, CompletableFuture<Stamp> stamp) {
        this.room = room;
        this.stamp = stamp;
    }

    @Override
    public void kept(Entry entry) {
        room.kept(entry);
        stamp.complete(room.stamp(entry));
    }

    @Override
    public void refused(Draft draft, String why) {
        room.refused(draft);
        stamp.completeExceptionally(new NotKeptException(why));
    }
}
