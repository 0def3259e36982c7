package chat.server.command;

import chat.common.RoomName;
import chat.server.room.Entry;
import chat.server.room.History;
import chat.server.session.PastLines;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a room's history forwards. While somebody reads slowly, what comes next for them may be let go of: that ends it with
 * a {@link GoneException}, so that nobody takes what they read for all there was.
 *
 * @param first gives the first page
 */
record InARow(History history, RoomName room, Supplier<CompletableFuture<History.Page>> first)
        implements PastLines.Source {
    /** There is a hole before the oldest entry that is still kept. */
    static final class GoneException extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** The sequence number of that entry. */
        final long oldest;

        GoneException(long oldest) {
            super("nothing is kept before " + oldest, null, false, false);
            this.oldest = oldest;
        }
    }

    /** Begins behind an entry that somebody has read. */
    static InARow behind(History history, RoomName room, long sequence) {
        return new InARow(history, room, () -> next(history, room, sequence));
    }

    @Override
    public CompletableFuture<History.Page> after(@Nullable Entry last) {
        return last == null ? first.get() : next(history, room, last.sequence());
    }

    private static CompletableFuture<History.Page> next(History history, RoomName room, long sequence) {
        return history.after(room, sequence, PastLines.PAGE).thenApply(page -> {
            if (page.oldest() > sequence + 1) {
                throw new GoneException(page.oldest());
            }
            return page;
        });
    }
}
