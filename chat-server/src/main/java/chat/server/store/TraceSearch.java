package chat.server.store;

import chat.common.UserName;
import chat.server.room.Traces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Finds what somebody has left in the history: it reads the whole history, a part at a time, so that others have their turns. */
final class TraceSearch {
    /** How many rows are looked at in one go: some milliseconds. */
    private static final int PART = 16 * 1024;

    private static final String NEXT =
            "SELECT id, mark, CASE kind WHEN 3 THEN text ELSE '' END, at, author FROM entry WHERE id > ? AND id <= ? ORDER BY id LIMIT "
                    + PART;

    private final Readers readers;
    private final Traces traces;
    private final long first;
    private final long last;
    private final List<Long> ids = new ArrayList<>();

    /** Looks among the entries from one id to another. */
    TraceSearch(Readers readers, Traces traces, long first, long last) {
        this.readers = readers;
        this.traces = traces;
        this.first = first;
        this.last = last;
    }

    /** The ids of the entries, in order. */
    CompletableFuture<List<Long>> find() {
        return after(first - 1);
    }

    private CompletableFuture<List<Long>> after(long id) {
        return readers.ask(connection -> look(connection, id))
                .thenComposeAsync(reached -> reached == 0 ? CompletableFuture.completedFuture(ids) : after(reached));
    }

    private @Nullable UserName author(@Nullable String name) {
        return name == null || traces.authors().isEmpty()
                ? null
                : UserName.received(name).orElse(null);
    }

    private boolean isTold(String notice) throws SQLException {
        return !notice.isEmpty() && traces.areIn(EntryRow.notice(notice));
    }

    /** The last id that was looked at; 0 if that was the end. */
    private long look(Connection connection, long after) throws SQLException {
        int rows = 0;
        long reached = 0;
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setLong(1, after);
            select.setLong(2, last);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows++;
                    reached = row.getLong(1);
                    if (traces.wrote(row.getLong(2), author(row.getString(5)), row.getLong(4))
                            || isTold(row.getString(3))) {
                        ids.add(reached);
                    }
                }
            }
        }
        return rows == PART ? reached : 0;
    }
}
