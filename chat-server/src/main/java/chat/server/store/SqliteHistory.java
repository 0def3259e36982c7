package chat.server.store;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Authored;
import chat.server.room.Entry;
import chat.server.room.History;
import chat.server.room.Mention;
import chat.server.room.WordQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Reads pages from the file. */
final class SqliteHistory implements History {
    private static final String BACKWARDS =
            "SELECT " + EntryRow.COLUMNS + " FROM entry e WHERE e.id >= ? AND e.id < ? ORDER BY e.id DESC LIMIT ?";
    private static final String FORWARDS =
            "SELECT " + EntryRow.COLUMNS + " FROM entry e WHERE e.id > ? AND e.id <= ? ORDER BY e.id LIMIT ?";

    private final Readers readers;
    private final ToLongFunction<RoomName> ids;

    /**
     * Reads for all rooms.
     *
     * @param readers on their threads
     * @param ids the number of a room; 0 for one that is not in the file
     */
    SqliteHistory(Readers readers, ToLongFunction<RoomName> ids) {
        this.readers = readers;
        this.ids = ids;
    }

    @Override
    public CompletableFuture<Page> before(RoomName room, long sequence, int count) {
        return readers.ask(connection -> {
            long id = ids.applyAsLong(room);
            List<Entry> entries = new ArrayList<>();
            boolean more =
                    read(connection, BACKWARDS, room, RoomRow.idOf(id, 0), RoomRow.idOf(id, sequence), count, entries);
            Collections.reverse(entries);
            return new Page(entries, more, Positions.oldest(connection, id));
        });
    }

    @Override
    public CompletableFuture<Page> after(RoomName room, long sequence, int count) {
        return readers.ask(connection -> after(connection, room, sequence, count));
    }

    @Override
    public CompletableFuture<Page> since(RoomName room, Instant instant, int count) {
        return readers.ask(connection -> {
            long from = Positions.firstFrom(connection, ids.applyAsLong(room), instant.toEpochMilli());
            return after(connection, room, from - 1, count);
        });
    }

    private Page after(Connection connection, RoomName room, long sequence, int count) throws SQLException {
        long id = ids.applyAsLong(room);
        List<Entry> entries = new ArrayList<>();
        boolean more = read(
                connection,
                FORWARDS,
                room,
                RoomRow.idOf(id, sequence),
                RoomRow.idOf(id, Long.MAX_VALUE),
                count,
                entries);
        return new Page(entries, more, Positions.oldest(connection, id));
    }

    /** Reads as many as fit on a page; whether there are more. */
    private static boolean read(
            Connection connection, String sql, RoomName room, long from, long to, int count, List<Entry> page)
            throws SQLException {
        int most = Math.min(count, MAX_PAGE);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, from);
            select.setLong(2, to);
            select.setLong(3, most + 1L);
            return fill(room, select, most, page, message -> true);
        }
    }

    /** Takes the rows that are wanted, as many as fit on a page; whether there are more. */
    private static boolean fill(
            RoomName room, PreparedStatement select, int most, List<Entry> page, Predicate<Entry> wanted)
            throws SQLException {
        long bytes = 0;
        int taken = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Entry entry = EntryRow.read(room, row);
                if (!wanted.test(entry)) {
                    continue;
                }
                if (taken == most || bytes >= MAX_PAGE_BYTES) {
                    return true;
                }
                page.add(entry);
                bytes += entry.weight();
                taken++;
            }
        }
        return false;
    }

    @Override
    public CompletableFuture<Page> search(Collection<RoomName> rooms, String words, int count, @Nullable Entry before) {
        return newest(rooms, MatchQuery.match(WordQuery.parse(words)), Long.MIN_VALUE, count, before, entry -> true);
    }

    @Override
    public CompletableFuture<Page> mentions(
            Collection<RoomName> rooms, UserName name, Instant after, int count, @Nullable Entry before) {
        Mention mention = new Mention(name);
        return newest(
                rooms,
                MatchQuery.match(WordQuery.phrase(name.toString())),
                after.toEpochMilli() + 1,
                count,
                before,
                entry -> entry.event() instanceof Authored told && mention.isIn(told));
    }

    @Override
    public CompletableFuture<Optional<Instant>> lastSeen(Map<RoomName, Long> ends, UserName name) {
        Map<RoomName, Long> asked = Map.copyOf(ends);
        return readers.ask(connection -> {
            long last = 0;
            for (Map.Entry<RoomName, Long> end : asked.entrySet()) {
                RoomName room = end.getKey();
                long id = ids.applyAsLong(room);
                last = Math.max(last, Sightings.last(connection, id, room, end.getValue(), name));
            }
            return last == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last));
        });
    }

    /** Asks the index for each room by itself: what is in another room is never looked at. */
    private CompletableFuture<Page> newest(
            Collection<RoomName> rooms,
            String match,
            long fromMillis,
            int count,
            @Nullable Entry before,
            Predicate<Entry> wanted) {
        if (match.isEmpty()) {
            return CompletableFuture.completedFuture(new Page(List.of(), false, 0));
        }
        List<RoomName> asked = List.copyOf(rooms);
        return readers.ask(connection -> {
            List<Entry> found = new ArrayList<>();
            int most = Math.min(count, MAX_PAGE);
            boolean more = false;
            try (MatchQuery query = new MatchQuery(connection, match)) {
                for (RoomName room : asked) {
                    PreparedStatement select = query.in(ids.applyAsLong(room), room, fromMillis, before);
                    more |= fill(room, select, most, found, wanted);
                }
            }
            found.sort(Entry.OLDEST_FIRST.reversed());
            return page(found, most, more);
        });
    }

    private static Page page(List<Entry> found, int most, boolean more) {
        int taken = 0;
        long bytes = 0;
        while (taken < Math.min(found.size(), most) && (taken == 0 || bytes < MAX_PAGE_BYTES)) {
            bytes += found.get(taken).weight();
            taken++;
        }
        return new Page(found.subList(0, taken), more || taken < found.size(), 0);
    }
}
