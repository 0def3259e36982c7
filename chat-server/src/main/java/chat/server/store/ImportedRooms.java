package chat.server.store;

import chat.common.RoomName;
import chat.common.event.Received;
import chat.common.event.RoomEvent;
import chat.common.wire.MalformedLineException;
import chat.server.room.Draft;
import chat.server.room.Entry;
import chat.server.room.RoomKey;
import chat.server.room.RoomState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds rooms of an export to those of a file. In one transaction of the caller's. */
final class ImportedRooms {
    private static final String ROOM =
            "SELECT id, topic, key, owners, invited, pruned, pruned_messages, indexed FROM room WHERE name = ?";

    private final Connection connection;
    private final Statements statements;
    private final PreparedStatement insert;
    private final PreparedStatement known;
    private final Map<RoomName, String> keys = new TreeMap<>();
    private String prefix = "";
    private long added;
    private long alreadyThere;
    private @Nullable Target room;

    /** Where the lines go at the moment. */
    private static final class Target {
        private final ExportLine.Room line;
        private final RoomRow row;
        private final RoomState state;
        private final boolean isNew;
        private long last;
        private long messages;
        private long read;
        private boolean changed;

        Target(ExportLine.Room line, RoomRow row, RoomState state, boolean isNew, Place end) {
            this.line = line;
            this.row = row;
            this.state = state;
            this.isNew = isNew;
            this.last = end.sequence();
            this.messages = end.messages();
            this.read = line.after();
        }
    }

    ImportedRooms(Connection connection) throws SQLException {
        this.connection = connection;
        this.statements = new Statements(connection);
        this.insert = connection.prepareStatement(EntryRow.INSERT);
        this.known = connection.prepareStatement("SELECT at FROM entry WHERE id = ?");
    }

    Import.Result result() {
        return new Import.Result(added, alreadyThere, keys);
    }

    /** A file without rooms takes over the ids of the export. */
    void begin(String era) throws SQLException, MalformedLineException {
        prefix = era + "-";
        if (!era.matches("[0-9a-z]{1,32}")) {
            throw new MalformedLineException("the field era is wrong (expected: letters and digits)");
        }
        if (era.equals(SqliteStore.era(connection))) {
            return;
        }
        try (PreparedStatement change =
                connection.prepareStatement("UPDATE history SET era = ? WHERE NOT EXISTS (SELECT 1 FROM room)")) {
            change.setString(1, era);
            if (change.executeUpdate() == 0) {
                throw new MalformedLineException(
                        "this is of another server, and the data directory has rooms of its own"
                                + " (expected: a new data directory)");
            }
        }
    }

    /** What follows is about this room. */
    void enter(ExportLine.Room line) throws SQLException, MalformedLineException {
        finish();
        if (line.after() < 0 || line.messages() < 0) {
            throw new MalformedLineException("a number is below 0 (expected: 0 or more)");
        }
        Target target = find(line);
        if (target.isNew) {
            add(target);
        } else if (line.after() > target.last) {
            throw new MalformedLineException("this begins behind " + line.after() + ", and " + line.room() + " ends at "
                    + target.last + " here (expected: an export that begins earlier)");
        }
        room = target;
    }

    private Target find(ExportLine.Room line) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROOM)) {
            select.setString(1, line.room().value());
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    Place end = new Place(line.after(), line.messages());
                    return new Target(line, new RoomRow(line.room()), RoomState.NEW, true, end);
                }
                long id = found.getLong("id");
                Place gone = new Place(found.getLong("pruned"), found.getLong("pruned_messages"));
                Place end = Place.last(connection, line.room(), id, gone);
                RoomRow row = new RoomRow(line.room(), id, end.sequence(), end.messages(), found.getLong("indexed"));
                RoomState state = new RoomState(
                        found.getString("topic"),
                        found.getString("key"),
                        AccountList.read(found.getString("owners")),
                        AccountList.read(found.getString("invited")));
                return new Target(line, row, state, false, end);
            }
        }
    }

    private void add(Target target) throws SQLException {
        statements.addIfNew(target.row);
        try (PreparedStatement change =
                connection.prepareStatement("UPDATE room SET pruned = ?, pruned_messages = ? WHERE id = ?")) {
            change.setLong(1, target.last);
            change.setLong(2, target.messages);
            change.setLong(3, target.row.id());
            change.executeUpdate();
        }
        target.changed = true;
    }

    /** Something happened in the room. */
    void add(Received received) throws SQLException, MalformedLineException {
        Target target = room;
        if (target == null
                || !(received.event() instanceof RoomEvent event)
                || !event.room().equals(target.line.room())) {
            throw new MalformedLineException("this does not belong to the room above it (expected: what happened in "
                    + (target == null ? "a room, after a line about the room" : target.line.room()) + ")");
        }
        long sequence = sequence(received, target);
        Instant at = received.at();
        if (at == null) {
            throw new MalformedLineException("the field at is wrong (expected: to be there)");
        }
        target.read = sequence;
        if (sequence <= target.last) {
            compare(target.row.idOf(sequence), at.toEpochMilli());
            return;
        }
        target.last = sequence;
        target.messages += event.isMessage() ? 1 : 0;
        target.changed = true;
        EntryRow.write(
                target.row, new Entry(sequence, at.toEpochMilli(), target.messages, event, Draft.NOBODY), insert);
        insert.executeUpdate();
        added++;
    }

    private long sequence(Received received, Target target) throws MalformedLineException {
        String id = received.id();
        String expected = prefix + " and a number above " + target.read;
        if (id == null
                || !id.startsWith(prefix)
                || !id.substring(prefix.length()).matches("\\d{1,12}")) {
            throw new MalformedLineException("the field id is wrong (expected: " + expected + ")");
        }
        long sequence = Long.parseLong(id.substring(prefix.length()));
        if (sequence <= target.read) {
            throw new MalformedLineException("the field id is out of order (expected: " + expected + ")");
        }
        return sequence;
    }

    /** What was let go of, or was to be forgotten, does not come back. */
    private void compare(long id, long atMillis) throws SQLException, MalformedLineException {
        known.setLong(1, id);
        try (ResultSet row = known.executeQuery()) {
            if (row.next() && row.getLong(1) != atMillis) {
                throw new MalformedLineException("something else has happened here at this place: the histories have"
                        + " gone different ways (expected: a new data directory)");
            }
        }
        alreadyThere++;
    }

    /** The room is complete. What it is like is taken over if the export knows more of it than the file. */
    void finish() throws SQLException {
        Target target = room;
        if (target != null && target.changed) {
            RoomState known = target.state;
            statements.keep(
                    target.row, new RoomState(target.line.topic(), key(target), known.owners(), known.invited()));
        }
        room = null;
    }

    /** A room that was locked stays so, also if nobody knows its key any more. */
    private String key(Target target) {
        if (!target.line.locked() || !target.line.key().isEmpty()) {
            return target.line.locked() ? target.line.key() : "";
        }
        if (target.state.isLocked()) {
            return target.state.key();
        }
        String key = RoomKey.random();
        keys.put(target.line.room(), key);
        return RoomKey.lock(key);
    }
}
