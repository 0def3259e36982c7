package chat.server.command;

import chat.common.RoomName;
import chat.server.room.Entry;
import chat.server.room.History;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Where the last lines before an entry begin.
 *
 * @param sequence of the first of them
 * @param more whether there are entries before it
 */
record Start(long sequence, boolean more) {
    private static final int PAGE = 200;

    /**
     * Looks back page by page.
     *
     * @param end the sequence number before which to look
     * @param count how many lines at most
     * @return where they begin, on any thread
     */
    static CompletableFuture<Start> find(History history, RoomName room, long end, int count) {
        return history.before(room, end, PAGE).thenCompose(page -> {
            List<Entry> entries = page.entries();
            int left = count;
            for (int i = entries.size() - 1; i >= 0; i--) {
                left -= entries.get(i).isHistory() ? 1 : 0;
                if (left == 0) {
                    long sequence = entries.get(i).sequence();
                    return CompletableFuture.completedFuture(new Start(sequence, i > 0 || page.more()));
                }
            }
            return page.more()
                    ? find(history, room, entries.get(0).sequence(), left)
                    : CompletableFuture.completedFuture(new Start(page.oldest(), false));
        });
    }
}
