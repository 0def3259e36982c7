package chat.server.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import chat.server.room.Draft;
import chat.server.room.Drafts;
import chat.server.room.Removal;
import chat.server.room.Traces;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A store from which something is removed, and its files. */
abstract class RemovalFixture {
    static final long ANN = 0x1122334455667788L;
    static final long BOB = -7;
    static final RoomName LOBBY = RoomName.LOBBY;

    @TempDir
    Path directory;

    final AtomicLong clock =
            new AtomicLong(Instant.parse("2026-11-22T12:00:00Z").toEpochMilli());

    SqliteStore open() throws StoreException {
        return SqliteStore.open(StoreSettings.in(directory), () -> Instant.ofEpochMilli(clock.get()));
    }

    static void say(Drafts room, RoomName name, String from, long mark, String text) {
        room.append(new Draft(new Message(name, UserName.of(from), text), Draft.NOBODY, mark, 0));
    }

    static List<Removal> remove(SqliteStore store) throws Exception {
        List<Removal> removals = new ArrayList<>();
        store.remove(new Traces(Set.of(ANN), Set.of()), removals::add).get(60, TimeUnit.SECONDS);
        return removals;
    }

    boolean isIndexed() {
        return ask("SELECT count(*) FROM room r WHERE indexed < (SELECT max(e.id) & 0xffffffffff FROM entry e"
                        + " WHERE e.id >> 40 = r.id)")
                .equals("0");
    }

    long occurrences(String text) throws IOException {
        long count = 0;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String bytes = Files.readString(file, ISO_8859_1);
                for (int at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
                    count++;
                }
            }
        }
        return count;
    }

    long bytes(long number) throws IOException {
        return occurrences(
                new String(ByteBuffer.allocate(Long.BYTES).putLong(number).array(), ISO_8859_1));
    }

    String ask(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("chat.db"));
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
