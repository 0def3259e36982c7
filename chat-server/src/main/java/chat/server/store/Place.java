package chat.server.store;

import chat.common.RoomName;
import chat.server.room.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where a room's history has come to.
 *
 * @param sequence the sequence number of an entry, which may be gone
 * @param messages how many messages the room has had with it
 */
record Place(long sequence, long messages) {
    private static final String FIRST =
            "SELECT " + EntryRow.COLUMNS + " FROM entry e WHERE e.id BETWEEN ? AND ? ORDER BY e.id LIMIT 1";
    private static final String LAST =
            "SELECT " + EntryRow.COLUMNS + " FROM entry e WHERE e.id BETWEEN ? AND ? ORDER BY e.id DESC LIMIT 1";

    /** Right before the first entry of a range; null if there is none. */
    static @Nullable Place before(Connection connection, RoomName room, long from, long to) throws SQLException {
        Entry first = one(connection, FIRST, room, from, to);
        return first == null
                ? null
                : new Place(
                        first.sequence() - 1, first.messages() - (first.event().isMessage() ? 1 : 0));
    }

    /** At a room's last entry, or where the entries were that are gone. */
    static Place last(Connection connection, RoomName room, long id, Place gone) throws SQLException {
        Entry last = one(connection, LAST, room, RoomRow.idOf(id, 0), RoomRow.idOf(id, Long.MAX_VALUE));
        return last == null ? gone : new Place(last.sequence(), last.messages());
    }

    private static @Nullable Entry one(Connection connection, String sql, RoomName room, long from, long to)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, from);
            select.setLong(2, to);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? EntryRow.read(room, row) : null;
            }
        }
    }
}
