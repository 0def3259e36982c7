package chat.server.store;

import chat.common.RoomName;
import chat.common.UserName;
import chat.server.audit.Actor;
import chat.server.audit.AuditEntry;
import chat.server.audit.AuditStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Keeps what was done in the file, and beside it in a text file for those who watch. */
final class SqliteAuditStore implements AuditStore, AutoCloseable {
    private static final String COLUMNS = "id, at, by, by_account, by_from, action, whom, room, because, until";
    private static final String INSERT = "INSERT INTO audit (at, by, by_account, by_from, action, whom, room, because,"
            + " until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";

    private static final String PRUNE = prune("(room IS NULL OR room = 'lobby')");
    private static final String PRUNE_ROOMS = prune("room <> 'lobby'");

    /** After how many more it is looked for what is too much: a look takes some milliseconds. */
    static final int BETWEEN_PRUNING = 256;

    private final Writer writer;
    private final Readers readers;
    private final AuditLog log;

    /** How many have come since it was looked for what is too much, of the server and of rooms; on the writer's thread. */
    private final int[] unpruned = {BETWEEN_PRUNING, BETWEEN_PRUNING};

    /**
     * Begins, and writes to the text file what it does not have yet.
     *
     * @param connection the writer's, which does not run yet
     * @param file the text file
     */
    SqliteAuditStore(Writer writer, Readers readers, Connection connection, Path file) throws SQLException {
        this.writer = writer;
        this.readers = readers;
        this.log = new AuditLog(file, this::written, this::after);
        log.add(after(connection, Math.max(written(connection), log.last()), Integer.MAX_VALUE));
    }

    private static long written(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT written FROM audit_log")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private List<AuditEntry> after(long id) {
        return readers.ask(connection -> after(connection, id, AuditLog.PAGE)).join();
    }

    private static List<AuditEntry> after(Connection connection, long id, int count) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM audit WHERE id > ? ORDER BY id LIMIT ?")) {
            select.setLong(1, id);
            select.setInt(2, count);
            return read(select);
        }
    }

    private static List<AuditEntry> read(PreparedStatement select) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                entries.add(read(row));
            }
        }
        return entries;
    }

    private static AuditEntry read(ResultSet row) throws SQLException {
        long until = row.getLong("until");
        return new AuditEntry(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                new Actor(
                        UserName.received(row.getString("by")).orElseThrow(),
                        row.getLong("by_account"),
                        row.getString("by_from")),
                row.getString("action"),
                row.getString("whom"),
                Optional.ofNullable(row.getString("room")).map(RoomName::new),
                row.getString("because"),
                row.getObject("until") == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)));
    }

    /** The text file has everything up to a number. */
    private void written(long id) {
        writer.change(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE audit_log SET written = ?")) {
                update.setLong(1, id);
                return update.executeUpdate();
            }
        });
    }

    @Override
    public CompletableFuture<AuditEntry> add(AuditEntry entry) {
        return writer.change(connection -> insert(connection, entry)).thenApply(kept -> {
            log.add(List.of(kept));
            return kept;
        });
    }

    @Override
    public <T> T together(Supplier<T> asked) {
        return writer.together(asked);
    }

    private AuditEntry insert(Connection connection, AuditEntry entry) throws SQLException {
        AuditEntry kept;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, entry.at().toEpochMilli());
            insert.setString(2, entry.by().name().toString());
            insert.setLong(3, entry.by().account());
            insert.setString(4, entry.by().from());
            insert.setString(5, entry.action());
            insert.setString(6, entry.whom());
            insert.setString(7, entry.room().map(RoomName::value).orElse(null));
            insert.setString(8, entry.because());
            if (entry.until().isPresent()) {
                insert.setLong(9, entry.until().get().toEpochMilli());
            } else {
                insert.setNull(9, Types.BIGINT);
            }
            try (ResultSet id = insert.executeQuery()) {
                id.next();
                kept = entry.withId(id.getLong(1));
            }
        }
        prune(connection, !entry.isOfServer());
        return kept;
    }

    private void prune(Connection connection, boolean ofRooms) throws SQLException {
        int kind = ofRooms ? 1 : 0;
        if (++unpruned[kind] < BETWEEN_PRUNING) {
            return;
        }
        unpruned[kind] = 0;
        try (PreparedStatement prune = connection.prepareStatement(ofRooms ? PRUNE_ROOMS : PRUNE)) {
            prune.setLong(1, ofRooms ? MOST_OF_ROOMS : MOST);
            prune.executeUpdate();
        }
    }

    private static String prune(String which) {
        return "DELETE FROM audit WHERE " + which + " AND id <= (SELECT id FROM audit WHERE " + which
                + " ORDER BY id DESC LIMIT 1 OFFSET ?)";
    }

    @Override
    public CompletableFuture<List<AuditEntry>> latest(int count) {
        return readers.ask(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT " + COLUMNS + " FROM audit ORDER BY id DESC LIMIT ?")) {
                select.setInt(1, count);
                List<AuditEntry> entries = read(select);
                Collections.reverse(entries);
                return entries;
            }
        });
    }

    /** Writes the rest to the text file. Waits for the disk. */
    @Override
    public void close() {
        log.close();
    }
}
