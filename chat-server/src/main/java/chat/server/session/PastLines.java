package chat.server.session;

import chat.common.wire.WireFormat;
import chat.server.room.Entry;
import chat.server.room.History;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells a session what it asked for of what was said before: page by page, each of them read only when the connection
 * takes it, so that nothing is held for who reads slowly. What rooms say meanwhile comes as usual. Only entries of rooms
 * that the session is in are told. On the session's event loop.
 */
public final class PastLines {
    /** How many entries are read at a time. */
    public static final int PAGE = 50;

    /**
     * Reading so many is as good as a line; of long entries the connection may not take a page at once. Who comes back to some
     * rooms, each with thousands of lines, can still write at once.
     */
    private static final int PAGES_OF_A_LINE = 4;

    /** Where the pages come from. */
    @FunctionalInterface
    public interface Source {
        /**
         * Reads a page.
         *
         * @param last the last entry that was told, or passed over; null for the first page
         * @return the page, on any thread
         */
        CompletableFuture<History.Page> after(@Nullable Entry last);
    }

    /**
     * What was told.
     *
     * @param count how many entries
     * @param first the first of them; null if there are none
     * @param last the last of them; null if there are none
     * @param more whether there are more than were asked for
     */
    public record Told(
            int count, @Nullable Entry first, @Nullable Entry last, boolean more) {}

    private final Session session;
    private final LocalTimes times;
    private final Source source;
    private final Predicate<Entry> within;
    private final int most;
    private final boolean namesRooms;
    private final CompletableFuture<Told> told = new CompletableFuture<>();
    private Predicate<Entry> shown = Entry::isHistory;
    private int pages;
    private int count;
    private @Nullable Entry first;
    private @Nullable Entry last;
    private @Nullable Entry passed;

    /**
     * Makes an answer.
     *
     * @param session who asked
     * @param times writes when it was
     * @param source gives the pages
     * @param within whether an entry still belongs to the answer; the first that does not ends it
     * @param most how many entries to tell at most
     * @param namesRooms whether text says in which room it was
     */
    public PastLines(
            Session session, LocalTimes times, Source source, Predicate<Entry> within, int most, boolean namesRooms) {
        this.session = session;
        this.times = times;
        this.source = source;
        this.within = within;
        this.most = most;
        this.namesRooms = namesRooms;
    }

    /**
     * Tells other entries than those of interest to who was not there. Before it begins.
     *
     * @param which the entries to tell; the others are passed over
     */
    public void telling(Predicate<Entry> which) {
        shown = which;
    }

    /**
     * Begins. Any thread.
     *
     * @return completed on any thread when all has been written, or the connection is closed
     */
    public CompletableFuture<Told> tell() {
        session.out().channel().eventLoop().execute(this::next);
        return told;
    }

    private void next() {
        session.out().whenTaking().thenAccept(open -> {
            if (open) {
                source.after(passed)
                        .whenCompleteAsync(this::take, session.out().channel().eventLoop());
            } else {
                end(false);
            }
        });
    }

    @SuppressWarnings("NullAway") // one of the two is there
    private void take(History.@Nullable Page page, @Nullable Throwable error) {
        try {
            if (error == null) {
                countPage();
                session.out().send(() -> write(page));
            } else {
                told.completeExceptionally(error);
            }
        } catch (RuntimeException e) {
            told.completeExceptionally(e);
        }
    }

    private void countPage() {
        pages++;
        if (pages % PAGES_OF_A_LINE == 0) {
            session.intake().pace().readPages();
        }
    }

    /** Writes as much as the connection takes; the rest of the page is read again when it takes more. */
    private void write(History.Page page) {
        for (Entry entry : page.entries()) {
            if (!within.test(entry) || (count == most && isShown(entry))) {
                end(within.test(entry));
                return;
            }
            if (!session.rooms().catchUp() || !session.out().isWritable()) {
                next();
                return;
            }
            if (isShown(entry)) {
                write(entry);
            }
            passed = entry;
        }
        if (page.more()) {
            next();
        } else {
            end(false);
        }
    }

    private boolean isShown(Entry entry) {
        return shown.test(entry) && !session.acquaintances().doesNotRead(entry);
    }

    private void write(Entry entry) {
        session.rooms().find(entry.event().room()).ifPresent(room -> {
            Outbound out = session.out();
            WireFormat format = namesRooms ? out.format().withRoom() : out.format();
            StringBuilder line = new StringBuilder();
            format.appendPast(entry.event(), room.stamp(entry), times.of(entry.atMillis()), line);
            out.write(LineBytes.of(line, out.format(), out.channel().alloc()));
            first = first == null ? entry : first;
            last = entry;
            count++;
        });
    }

    private void end(boolean more) {
        told.complete(new Told(count, first, last, more));
    }
}
