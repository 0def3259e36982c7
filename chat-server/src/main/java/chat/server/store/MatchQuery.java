package chat.server.store;

import chat.common.RoomName;
import chat.server.room.Entry;
import chat.server.room.WordQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks words up in the index, one room at a time, the newest entries first. */
final class MatchQuery implements AutoCloseable {
    private static final String MATCH = "SELECT " + EntryRow.COLUMNS
            + " FROM word w CROSS JOIN entry e ON e.id = w.rowid"
            + " WHERE w.word MATCH ? AND w.rowid >= ? AND w.rowid < ? ORDER BY w.rowid DESC";

    private final Connection connection;
    private final PreparedStatement select;

    MatchQuery(Connection connection, String match) throws SQLException {
        this.connection = connection;
        this.select = connection.prepareStatement(MATCH);
        select.setString(1, match);
    }

    /** A query in FTS5's language: quoted, so that none of the words means anything there; empty to find nothing. */
    static String match(WordQuery query) {
        return query.phrases().stream()
                .map(phrase -> '"' + String.join(" ", phrase.words()) + '"' + (phrase.isPrefix() ? "*" : ""))
                .collect(Collectors.joining(" "));
    }

    /** Asks about one room: not before a moment, and only before an entry, which may be in another room. */
    PreparedStatement in(long id, RoomName room, long fromMillis, @Nullable Entry before) throws SQLException {
        long from = fromMillis == Long.MIN_VALUE ? 0 : Positions.firstFrom(connection, id, fromMillis);
        select.setLong(2, RoomRow.idOf(id, from));
        select.setLong(3, RoomRow.idOf(id, end(id, room, before)));
        return select;
    }

    private long end(long id, RoomName room, @Nullable Entry before) throws SQLException {
        if (before == null) {
            return Long.MAX_VALUE;
        }
        int order = room.value().compareTo(before.event().room().value());
        if (order == 0) {
            return before.sequence();
        }
        return Positions.firstFrom(connection, id, before.atMillis() + (order < 0 ? 1 : 0));
    }

    @Override
    public void close() throws SQLException {
        select.close();
    }
}
