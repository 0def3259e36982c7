package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What was kept, in pages. Who may read a room is for the caller to know: what it does not name is not looked at. Any
 * thread; answers come on any thread, and what follows them must not wait. Entries of former runs have
 * {@linkplain Draft#NOBODY nobody} as author, whose id means nothing any more.
 */
public interface History {
    /** The most entries on one page; who asks for more gets as many. */
    int MAX_PAGE = 500;

    /** About the most bytes of memory on one page. It has one entry at least, if there is one. */
    long MAX_PAGE_BYTES = 512 * 1024;

    /**
     * Some entries.
     *
     * @param entries in the order that was asked for
     * @param more whether more of them follow in that order
     * @param oldest the sequence number of the oldest entry of the room that is still kept, or of the one to come if
     *     there is none; 0 in answers about several rooms
     */
    record Page(List<Entry> entries, boolean more, long oldest) {
        /** Copies the list. */
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * The last entries before one.
     *
     * @param room whose
     * @param sequence the entry before which to end; {@link Long#MAX_VALUE} for the latest
     * @param count how many at most
     * @return in the room's order; there is {@link Page#more} before the first of them
     */
    CompletableFuture<Page> before(RoomName room, long sequence, int count);

    /**
     * The first entries after one.
     *
     * @param room whose
     * @param sequence the entry after which to begin; 0 for the oldest
     * @param count how many at most
     * @return in the room's order; there is {@link Page#more} after the last of them
     */
    CompletableFuture<Page> after(RoomName room, long sequence, int count);

    /**
     * The first entries from a moment on.
     *
     * @param room whose
     * @param instant the moment
     * @param count how many at most
     * @return as with {@link #after}
     */
    CompletableFuture<Page> since(RoomName room, Instant instant, int count);

    /**
     * Messages, actions and topics that have all of some words in them, see {@link WordQuery}. What was said within the
     * last second may be missing.
     *
     * @param rooms where to look
     * @param words what somebody typed; without a letter or digit nothing is found
     * @param count how many at most
     * @param before the last entry of the page before; null for the newest
     * @return the newest first
     */
    CompletableFuture<Page> search(Collection<RoomName> rooms, String words, int count, @Nullable Entry before);

    /**
     * Messages, actions and topics of others that name somebody.
     *
     * @param rooms where to look
     * @param name whom they name
     * @param after only what was said after this moment
     * @param count how many at most
     * @param before the last entry of the page before; null for the newest
     * @return the newest first
     */
    CompletableFuture<Page> mentions(
            Collection<RoomName> rooms, UserName name, Instant after, int count, @Nullable Entry before);

    /**
     * When somebody was last in one of some rooms: when the last notice was given that they left; or that they came, if it
     * was never told how they left, since the server stopped.
     *
     * @param ends for each room the sequence number of the entry before which to look
     * @param name who
     * @return the moment; empty if they have not been there as far as history goes
     */
    CompletableFuture<Optional<Instant>> lastSeen(Map<RoomName, Long> ends, UserName name);
}
