package chat.server.store;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Action;
import chat.common.event.Authored;
import chat.common.event.Message;
import chat.common.event.Presence;
import chat.common.event.RoomEvent;
import chat.common.event.Topic;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import chat.common.wire.WireFormat;
import chat.server.room.Draft;
import chat.server.room.Entry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an entry lies in its row. What somebody told the room is plain text there, to be
 * found; everything else is JSON. */
final class EntryRow {
    /** The columns that {@link #read} takes, of the table {@code e}. */
    static final String COLUMNS = "e.id, e.at, e.messages, e.kind, e.author, e.text, e.mark, e.account";

    static final String INSERT =
            "INSERT INTO entry (id, at, messages, kind, author, text, mark, account) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    /** Leaves of a row nothing but its place. */
    static final String EMPTY =
            "UPDATE entry SET kind = 3, author = NULL, text = '', mark = 0, account = 0 WHERE id = ?";

    // kinds, as they are in files for ever
    private static final int MESSAGE = 0;
    private static final int ACTION = 1;
    private static final int TOPIC = 2;
    private static final int NOTICE = 3;

    private EntryRow() {}

    static void write(RoomRow room, Entry entry, PreparedStatement insert) throws SQLException {
        insert.setLong(1, room.idOf(entry.sequence()));
        insert.setLong(2, entry.atMillis());
        insert.setLong(3, entry.messages());
        insert.setLong(7, entry.mark());
        insert.setLong(8, entry.account());
        if (entry.event() instanceof Authored told) {
            insert.setInt(4, kind(told));
            insert.setString(5, told.from().toString());
            insert.setString(6, told.text());
        } else {
            insert.setInt(4, NOTICE);
            insert.setString(5, null);
            insert.setString(6, json(entry));
        }
    }

    private static String json(Entry entry) {
        if (entry.isEmpty()) {
            return "";
        }
        StringBuilder json = new StringBuilder();
        WireFormat.JSON.append(entry.event(), json);
        return json.substring(0, json.length() - 1); // without its line end
    }

    private static int kind(Authored told) {
        if (told instanceof Action) {
            return ACTION;
        }
        return told instanceof Topic ? TOPIC : MESSAGE;
    }

    /** Reads the row at hand. */
    static Entry read(RoomName room, ResultSet row) throws SQLException {
        RoomEvent event = event(room, row.getInt(4), row.getString(5), row.getString(6));
        return new Entry(
                RoomRow.sequenceOf(row.getLong(1)),
                row.getLong(2),
                row.getLong(3),
                event,
                Draft.NOBODY,
                row.getLong(7),
                row.getLong(8));
    }

    private static RoomEvent event(RoomName room, int kind, @Nullable String author, String text) throws SQLException {
        return switch (kind) {
            case MESSAGE -> new Message(room, name(author), text);
            case ACTION -> new Action(room, name(author), text);
            case TOPIC -> new Topic(room, name(author), text);
            case NOTICE -> text.isEmpty() ? Presence.ofNobody(room) : notice(text);
            default -> throw new SQLException("no kind of entry: " + kind);
        };
    }

    private static UserName name(@Nullable String author) throws SQLException {
        return Optional.ofNullable(author)
                .flatMap(UserName::received)
                .orElseThrow(() -> new SQLException("no name: " + author));
    }

    /** What a notice tells. */
    static RoomEvent notice(String json) throws SQLException {
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
