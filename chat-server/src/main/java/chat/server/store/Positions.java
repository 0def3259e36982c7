package chat.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Finds places in a room's history, each with a few looks at single rows. */
final class Positions {
    private static final String OLDEST = "SELECT id FROM entry WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 1";
    private static final String NEWEST = "SELECT id FROM entry WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1";
    private static final String NEXT = "SELECT at FROM entry WHERE id >= ? ORDER BY id LIMIT 1";
    private static final String PRUNED = "SELECT pruned FROM room WHERE id = ?";

    private Positions() {}

    /** The sequence number of a room's oldest entry, or of the one to come if it has none. */
    static long oldest(Connection connection, long room) throws SQLException {
        long id = one(connection, OLDEST, room);
        if (id != 0) {
            return RoomRow.sequenceOf(id);
        }
        try (PreparedStatement select = connection.prepareStatement(PRUNED)) {
            select.setLong(1, room);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) + 1 : 1;
            }
        }
    }

    /**
     * The sequence number of the first entry that is not older than a moment, or of the one to come. If the clock was set
     * back meanwhile it is a place near that.
     */
    static long firstFrom(Connection connection, long room, long atMillis) throws SQLException {
        long low = one(connection, OLDEST, room);
        long high = one(connection, NEWEST, room);
        if (low == 0) {
            return oldest(connection, room);
        }
        high++;
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            while (low < high) {
                long middle = (low + high) >>> 1;
                select.setLong(1, middle);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next() && row.getLong(1) < atMillis) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
            }
        }
        return RoomRow.sequenceOf(low);
    }

    private static long one(Connection connection, String sql, long room) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, RoomRow.idOf(room, 0));
            select.setLong(2, RoomRow.idOf(room, Long.MAX_VALUE));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
