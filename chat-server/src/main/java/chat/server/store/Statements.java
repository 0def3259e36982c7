package chat.server.store;

import chat.server.room.Entry;
import chat.server.room.RoomState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the writer writes: rooms and entries. */
final class Statements {
    private final PreparedStatement insertRoom;
    private final PreparedStatement insertEntry;
    private final PreparedStatement changeRoom;

    Statements(Connection connection) throws SQLException {
        insertRoom = connection.prepareStatement("INSERT INTO room (name) VALUES (?) RETURNING id");
        insertEntry = connection.prepareStatement(EntryRow.INSERT);
        changeRoom =
                connection.prepareStatement("UPDATE room SET topic = ?, key = ?, owners = ?, invited = ? WHERE id = ?");
    }

    /** Gives a room its number. */
    void addIfNew(RoomRow room) throws SQLException {
        if (room.id() != 0) {
            return;
        }
        insertRoom.setString(1, room.name.value());
        try (ResultSet id = insertRoom.executeQuery()) {
            id.next();
            room.setId(id.getLong(1));
        }
    }

    void insert(RoomRow room, Entry entry) throws SQLException {
        EntryRow.write(room, entry, insertEntry);
        insertEntry.executeUpdate();
    }

    void keep(RoomRow room, RoomState state) throws SQLException {
        addIfNew(room);
        changeRoom.setString(1, state.topic());
        changeRoom.setString(2, state.key());
        changeRoom.setString(3, AccountList.written(state.owners()));
        changeRoom.setString(4, AccountList.written(state.invited()));
        changeRoom.setLong(5, room.id());
        changeRoom.executeUpdate();
    }
}
