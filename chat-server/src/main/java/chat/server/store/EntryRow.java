package chat.server.store;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import chat.common.event.RoomEvent;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import chat.common.wire.WireFormat;
import chat.server.room.Draft;
import chat.server.room.Entry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How an entry lies in its row. What somebody said is plain text there, to be found; everything else is JSON. */
final class EntryRow {
    /** The columns that {@link #read} takes, of the table {@code e}. */
    static final String COLUMNS = "e.id, e.at, e.messages, e.author, e.text";

    static final String INSERT = "INSERT INTO entry (id, at, messages, author, text) VALUES (?, ?, ?, ?, ?)";

    private EntryRow() {}

    static void write(RoomRow room, Entry entry, PreparedStatement insert) throws SQLException {
        insert.setLong(1, room.idOf(entry.sequence()));
        insert.setLong(2, entry.atMillis());
        insert.setLong(3, entry.messages());
        if (entry.event() instanceof Message message) {
            insert.setString(4, message.from().toString());
            insert.setString(5, message.text());
        } else {
            StringBuilder json = new StringBuilder();
            WireFormat.JSON.append(entry.event(), json);
            insert.setString(4, null);
            insert.setString(5, json.substring(0, json.length() - 1)); // without its line end
        }
    }

    /** Reads the row at hand. */
    static Entry read(RoomName room, ResultSet row) throws SQLException {
        String author = row.getString(4);
        String text = row.getString(5);
        RoomEvent event = author == null ? event(text) : new Message(room, name(author), text);
        return new Entry(RoomRow.sequenceOf(row.getLong(1)), row.getLong(2), row.getLong(3), event, Draft.NOBODY);
    }

    private static UserName name(String author) throws SQLException {
        return UserName.received(author).orElseThrow(() -> new SQLException("no name: " + author));
    }

    private static RoomEvent event(String json) throws SQLException {
        try {
            if (JsonLines.parse(json).event() instanceof RoomEvent event) {
                return event;
            }
            throw new SQLException("no event of a room: " + json);
        } catch (MalformedLineException e) {
            throw new SQLException("no event: " + json, e);
        }
    }
}
