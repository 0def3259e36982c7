package chat.server.store;

import chat.common.RoomName;
import chat.common.wire.JsonLines;
import chat.common.wire.WireFormat;
import chat.server.room.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rooms and what was said as lines of JSON: as they were at one moment, while a server may go on. First what the
 * file is, then each room in the order of names, each followed by its entries in order, as programs read them.
 */
public final class Export {
    private static final String ROOMS =
            "SELECT id, name, topic, key, pruned, pruned_messages FROM room WHERE ? IS NULL OR name = ? ORDER BY name";
    private static final String COUNT = "SELECT count(*) FROM entry WHERE id BETWEEN ? AND ?";
    private static final String ENTRIES =
            "SELECT " + EntryRow.COLUMNS + " FROM entry e WHERE e.id BETWEEN ? AND ? ORDER BY e.id";

    /** The progress is told every so many entries. */
    private static final int STRIDE = 1000;

    /**
     * What is wanted.
     *
     * @param room only this one; null for all
     * @param since nothing that was said before; null for everything
     * @param withKeys whether what opens locked rooms is among it
     */
    public record Selection(
            @Nullable RoomName room, @Nullable Instant since, boolean withKeys) {}

    private record Part(ExportLine.Room line, long first, long last) {}

    private final Connection connection;
    private final Selection selection;
    private final Appendable out;
    private final Progress progress;
    private long all;
    private long done;

    private Export(Connection connection, Selection selection, Appendable out, Progress progress) {
        this.connection = connection;
        this.selection = selection;
        this.out = out;
        this.progress = progress;
    }

    /**
     * Writes it.
     *
     * @param data the data directory; a server may use it
     * @param selection what is wanted
     * @param out where to
     * @param progress told in entries
     * @return how many entries were written
     * @throws StoreException if the data directory cannot be read, or has no such room
     * @throws IOException if {@code out} cannot be written to
     */
    public static long write(Path data, Selection selection, Appendable out, Progress progress) throws IOException {
        Database database = Database.existing(data);
        try {
            int version = Schema.version(database);
            if (version > Schema.VERSION) {
                throw Schema.newer(database.file());
            }
            if (version < Schema.VERSION) {
                throw new StoreException(
                        database.file() + " was written by an older version: start this server on it once, or export it"
                                + " with the older one.",
                        null);
            }
            try (Connection connection = database.reader()) {
                return new Export(connection, selection, out, progress).write();
            }
        } catch (SQLException e) {
            throw new StoreException(
                    database.file() + " cannot be read: " + database.reason(e).replace("its file", "it") + ".", e);
        }
    }

    private long write() throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN"); // from here on everything is as it is now
            String era = SqliteStore.era(connection);
            List<Part> parts = parts();
            for (Part part : parts) {
                all += count(part);
            }
            StringBuilder line = new StringBuilder();
            JsonLines.append(new ExportLine.Head(era, parts.size(), all), ExportLine.Head::write, line);
            out.append(line);
            for (Part part : parts) {
                write(part, era);
            }
            statement.execute("COMMIT");
        }
        progress.at(done, all);
        return done;
    }

    private List<Part> parts() throws SQLException, StoreException {
        List<Part> parts = new ArrayList<>();
        String wanted = selection.room() == null ? null : selection.room().value();
        try (PreparedStatement rooms = connection.prepareStatement(ROOMS)) {
            rooms.setString(1, wanted);
            rooms.setString(2, wanted);
            try (ResultSet room = rooms.executeQuery()) {
                while (room.next()) {
                    parts.add(part(room));
                }
            }
        }
        if (wanted != null && parts.isEmpty()) {
            throw new StoreException("There is no room " + wanted + " in this file.", null);
        }
        return parts;
    }

    private Part part(ResultSet room) throws SQLException {
        long id = room.getLong("id");
        Instant since = selection.since();
        long first = since == null ? 0 : Positions.firstFrom(connection, id, since.toEpochMilli());
        RoomName name = new RoomName(room.getString("name"));
        Place before = Place.before(connection, name, RoomRow.idOf(id, first), RoomRow.idOf(id, Long.MAX_VALUE));
        if (before == null) {
            before = Place.last(
                    connection, name, id, new Place(room.getLong("pruned"), room.getLong("pruned_messages")));
        }
        String key = room.getString("key");
        ExportLine.Room line = new ExportLine.Room(
                name,
                room.getString("topic"),
                !key.isEmpty(),
                selection.withKeys() ? key : "",
                before.sequence(),
                before.messages());
        return new Part(line, RoomRow.idOf(id, before.sequence() + 1), RoomRow.idOf(id, Long.MAX_VALUE));
    }

    private long count(Part part) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setLong(1, part.first());
            count.setLong(2, part.last());
            try (ResultSet row = count.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void write(Part part, String era) throws SQLException, IOException {
        StringBuilder line = new StringBuilder();
        JsonLines.append(part.line(), ExportLine.Room::write, line);
        out.append(line);
        try (PreparedStatement entries = connection.prepareStatement(ENTRIES)) {
            entries.setLong(1, part.first());
            entries.setLong(2, part.last());
            try (ResultSet row = entries.executeQuery()) {
                while (row.next()) {
                    Entry entry = EntryRow.read(part.line().room(), row);
                    line.setLength(0);
                    WireFormat.JSON.append(entry.event(), new ExportLine.Id(era, entry), null, line);
                    out.append(line);
                    if (++done % STRIDE == 0) {
                        progress.at(done, all);
                    }
                }
            }
        }
    }
}
