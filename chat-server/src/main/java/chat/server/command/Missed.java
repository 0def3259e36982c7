package chat.server.command;

import chat.common.RoomName;
import chat.server.room.Entry;
import chat.server.room.History;
import chat.server.session.PastLines;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody has missed: every entry between the last one that they have read and the first that is news for
 * them. Where some of it is not kept any more, also because it went while the answer was under way, it gives no page.
 *
 * @param history where to read
 * @param room whose
 * @param read the sequence number of the last entry that was read
 * @param end the sequence number of the first entry that is news
 */
record Missed(History history, RoomName room, long read, long end) implements PastLines.Source {
    private static final class GoneException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final long oldest;

        GoneException(long oldest) {
            super("the oldest entry is " + oldest);
            this.oldest = oldest;
        }
    }

    @Override
    public CompletableFuture<History.Page> after(@Nullable Entry last) {
        long from = last == null ? read : last.sequence();
        if (from + 1 >= end) {
            return CompletableFuture.completedFuture(new History.Page(List.of(), false, end));
        }
        return history.after(room, from, PastLines.PAGE).thenApply(page -> {
            if (page.oldest() > from + 1) {
                throw new GoneException(page.oldest());
            }
            return page;
        });
    }

    /**
     * What is still kept.
     *
     * @param error why there was no page
     * @return the sequence number of the oldest entry
     * @throws CompletionException if that was not the reason
     */
    static long oldest(Throwable error) {
        Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        if (cause instanceof GoneException gone) {
            return gone.oldest;
        }
        throw new CompletionException(cause);
    }
}
