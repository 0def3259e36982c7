package chat.server.store;

import chat.server.room.Traces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Finds what somebody has left in the history: it reads the whole history, a part at a time, so that others have their turns. */
final class TraceSearch {
    /** How many rows are looked at in one go: some milliseconds. */
    private static final int PART = 16 * 1024;

    private static final String NEXT =
            "SELECT id, mark, CASE kind WHEN 3 THEN text ELSE '' END FROM entry WHERE id > ? ORDER BY id LIMIT " + PART;

    private final Readers readers;
    private final Traces traces;
    private final List<Long> ids = new ArrayList<>();

    TraceSearch(Readers readers, Traces traces) {
        this.readers = readers;
        this.traces = traces;
    }

    /** The ids of the entries, in order. */
    CompletableFuture<List<Long>> find() {
        return after(0);
    }

    private CompletableFuture<List<Long>> after(long id) {
        return readers.ask(connection -> look(connection, id))
                .thenComposeAsync(last -> last == 0 ? CompletableFuture.completedFuture(ids) : after(last));
    }

    private boolean isTold(String notice) throws SQLException {
        return !notice.isEmpty() && traces.areIn(EntryRow.notice(notice));
    }

    /** The last id that was looked at; 0 if that was the end. */
    private long look(Connection connection, long after) throws SQLException {
        int rows = 0;
        long last = 0;
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setLong(1, after);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows++;
                    last = row.getLong(1);
                    if (traces.wrote(row.getLong(2)) || isTold(row.getString(3))) {
                        ids.add(last);
                    }
                }
            }
        }
        return rows == PART ? last : 0;
    }
}
