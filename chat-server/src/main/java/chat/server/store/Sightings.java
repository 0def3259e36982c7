package chat.server.store;

import chat.common.RoomName;
import chat.common.UserName;
import chat.server.room.Entry;
import chat.server.room.Sighting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Looks back over a room's notices, which an index of their own leads to. */
final class Sightings {
    /** So many notices back somebody is looked for. */
    private static final int MOST = 20_000;

    private static final String NOTICES = "SELECT " + EntryRow.COLUMNS
            + " FROM entry e WHERE e.kind = 3 AND e.id >= ? AND e.id < ? ORDER BY e.id DESC LIMIT " + MOST;

    private Sightings() {}

    /** When the last notice of somebody was given before an entry, in milliseconds since the epoch; 0 for never. */
    static long last(Connection connection, long id, RoomName room, long end, UserName name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NOTICES)) {
            select.setLong(1, RoomRow.idOf(id, 0));
            select.setLong(2, RoomRow.idOf(id, end));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Entry entry = EntryRow.read(room, row);
                    if (Sighting.isIn(entry, name)) {
                        return entry.atMillis();
                    }
                }
            }
        }
        return 0;
    }
}
