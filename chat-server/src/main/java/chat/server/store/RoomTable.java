package chat.server.store;

import chat.common.RoomName;
import chat.server.room.Entry;
import chat.server.room.RoomState;
import chat.server.room.StoredRoom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads at the start what the file knows of each room. */
final class RoomTable {
    /** The most entries that a room begins with, whatever is among them. */
    private static final int MOST_LATEST = 512;

    /** The most bytes of memory that a room begins with, about. */
    private static final long MOST_BYTES = 64 << 10;

    /** The same for each room after so many bytes that others have. */
    private static final long FEW_BYTES = 4 << 10;

    private static final long PLENTY = 32 << 20;

    private static final String ROOMS =
            "SELECT id, name, topic, key, owners, invited, pruned, pruned_messages, indexed FROM room ORDER BY id";
    private static final String LATEST = "SELECT " + EntryRow.COLUMNS
            + " FROM entry e WHERE e.id BETWEEN ? AND ? ORDER BY e.id DESC LIMIT " + MOST_LATEST;
    private static final String FIRST = "SELECT at FROM entry WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 1";

    /** A room, as those above see it and as the writer does. */
    record Found(StoredRoom room, RoomRow row) {}

    private RoomTable() {}

    static List<Found> read(Connection connection, int latestMessages) throws SQLException {
        List<Found> rooms = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                PreparedStatement latest = connection.prepareStatement(LATEST);
                PreparedStatement first = connection.prepareStatement(FIRST);
                ResultSet room = statement.executeQuery(ROOMS)) {
            long bytes = 0;
            while (room.next()) {
                Found found = read(room, latest, first, latestMessages, bytes < PLENTY ? MOST_BYTES : FEW_BYTES);
                rooms.add(found);
                bytes += found.room().latest().stream().mapToLong(Entry::weight).sum();
            }
        }
        return rooms;
    }

    private static Found read(
            ResultSet room, PreparedStatement latest, PreparedStatement first, int latestMessages, long mostBytes)
            throws SQLException {
        long id = room.getLong("id");
        RoomName name = new RoomName(room.getString("name"));
        Latest entries = latest(name, id, latest, latestMessages, mostBytes);
        Entry last = entries.last();
        long sequence = last == null ? room.getLong("pruned") : last.sequence();
        long messages = last == null ? room.getLong("pruned_messages") : last.messages();
        RoomRow row =
                new RoomRow(name, id, sequence, messages, Math.max(room.getLong("indexed"), room.getLong("pruned")));
        row.setFirstAt(firstAt(id, first));
        RoomState state = new RoomState(
                room.getString("topic"),
                room.getString("key"),
                AccountList.read(room.getString("owners")),
                AccountList.read(room.getString("invited")));
        return new Found(new StoredRoom(name, sequence, messages, state, entries.inOrder()), row);
    }

    /** The last entries of a room: those to begin with, and the very last one. */
    private record Latest(List<Entry> inOrder, @Nullable Entry last) {}

    private static Latest latest(RoomName name, long id, PreparedStatement latest, int messages, long mostBytes)
            throws SQLException {
        latest.setLong(1, RoomRow.idOf(id, 0));
        latest.setLong(2, RoomRow.idOf(id, Long.MAX_VALUE));
        Deque<Entry> entries = new ArrayDeque<>();
        Entry last = null;
        int found = 0;
        long bytes = 0;
        try (ResultSet row = latest.executeQuery()) {
            while (row.next() && (last == null || (found < messages && bytes < mostBytes))) {
                Entry entry = EntryRow.read(name, row);
                last = last == null ? entry : last;
                bytes += entry.weight();
                found += entry.event().isMessage() ? 1 : 0;
                entries.addFirst(entry);
            }
        }
        return new Latest(List.copyOf(entries), last);
    }

    /** When a room's oldest entry was kept; {@link Long#MAX_VALUE} if there is none. */
    static long firstAt(long id, PreparedStatement first) throws SQLException {
        first.setLong(1, RoomRow.idOf(id, 0));
        first.setLong(2, RoomRow.idOf(id, Long.MAX_VALUE));
        try (ResultSet row = first.executeQuery()) {
            return row.next() ? row.getLong(1) : Long.MAX_VALUE;
        }
    }

    static PreparedStatement firstAt(Connection connection) throws SQLException {
        return connection.prepareStatement(FIRST);
    }
}
