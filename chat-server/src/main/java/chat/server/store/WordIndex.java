package chat.server.store;

import chat.server.room.Words;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Brings what was said to the index of words, some time after it was kept. How far it has come is kept with it. */
final class WordIndex implements Chore {
    private static final int SLICE = 256;

    private static final String INSERT = "INSERT INTO word (rowid, text) VALUES (?, ?)";
    private static final String SAID =
            "SELECT id, author, text FROM entry WHERE id > ? AND id <= ? ORDER BY id LIMIT " + SLICE;
    private static final String MARK = "UPDATE room SET indexed = ? WHERE id = ?";

    private final Collection<RoomRow> rooms;
    private final PreparedStatement said;
    private final PreparedStatement insert;
    private final PreparedStatement mark;
    private @Nullable RoomRow done;
    private long doneUpTo;

    WordIndex(Connection connection, Collection<RoomRow> rooms) throws SQLException {
        this.rooms = rooms;
        said = connection.prepareStatement(SAID);
        insert = connection.prepareStatement(INSERT);
        mark = connection.prepareStatement(MARK);
    }

    /** An entry's words as they are in the index; empty if it has none and is not in it. */
    static String words(String text) {
        return String.join(" ", Words.of(text));
    }

    @Override
    public long backlog() {
        long rows = 0;
        for (RoomRow room : rooms) {
            rows += room.behind();
        }
        return rows;
    }

    /** Works for the room that is furthest behind. */
    @Override
    public void slice() throws SQLException {
        RoomRow room = null;
        for (RoomRow next : rooms) {
            room = room == null || next.behind() > room.behind() ? next : room;
        }
        if (room != null && room.behind() > 0) {
            slice(room);
        }
    }

    private void slice(RoomRow room) throws SQLException {
        long upTo = room.sequence();
        said.setLong(1, room.idOf(room.indexed()));
        said.setLong(2, room.idOf(upTo));
        try (ResultSet row = said.executeQuery()) {
            int rows = 0;
            long last = upTo;
            while (row.next()) {
                rows++;
                last = row.getLong(1);
                if (row.getString(2) != null) {
                    insert(last, words(row.getString(3)));
                }
            }
            doneUpTo = rows == SLICE ? RoomRow.sequenceOf(last) : upTo;
        }
        mark.setLong(1, doneUpTo);
        mark.setLong(2, room.id());
        mark.executeUpdate();
        done = room;
    }

    /** In the form in which they are looked for. */
    private void insert(long id, String words) throws SQLException {
        if (!words.isEmpty()) {
            insert.setLong(1, id);
            insert.setString(2, words);
            insert.executeUpdate();
        }
    }

    @Override
    public void commit() {
        if (done != null) {
            done.setIndexed(doneUpTo);
        }
        done = null;
    }

    @Override
    public void rollBack() {
        done = null;
    }
}
