package chat.server.command;

import chat.common.RoomName;
import chat.server.room.Entry;
import chat.server.room.History;
import chat.server.session.PastLines;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a room's history forwards, up to where news begins. While somebody reads slowly, what comes next for them may be let
 * go of: that ends it with an error, so that nobody takes what they read for all there was.
 *
 * @param end the sequence number of the first entry that is not read
 * @param first gives the first page
 */
record InARow(History history, RoomName room, long end, Supplier<CompletableFuture<History.Page>> first)
        implements PastLines.Source {
    private static final class GoneException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final long oldest;

        GoneException(long oldest) {
            super("nothing is kept before " + oldest, null, false, false);
            this.oldest = oldest;
        }
    }

    /** Begins behind an entry that somebody has read. */
    static InARow behind(History history, RoomName room, long sequence, long end) {
        return new InARow(history, room, end, () -> next(history, room, sequence, end));
    }

    @Override
    public CompletableFuture<History.Page> after(@Nullable Entry last) {
        return last == null ? first.get() : next(history, room, last.sequence(), end);
    }

    private static CompletableFuture<History.Page> next(History history, RoomName room, long sequence, long end) {
        if (sequence + 1 >= end) {
            return CompletableFuture.completedFuture(new History.Page(List.of(), false, end));
        }
        return history.after(room, sequence, PastLines.PAGE).thenApply(page -> {
            if (page.oldest() > sequence + 1) {
                throw new GoneException(page.oldest());
            }
            return page;
        });
    }

    /**
     * Where what is kept begins.
     *
     * @param error why there was no page
     * @return the sequence number of the oldest entry; empty if that was not the reason
     */
    static OptionalLong oldest(Throwable error) {
        Throwable cause = error.getCause();
        if (error instanceof CompletionException && cause != null) {
            return oldest(cause);
        }
        return error instanceof GoneException gone ? OptionalLong.of(gone.oldest) : OptionalLong.empty();
    }
}
