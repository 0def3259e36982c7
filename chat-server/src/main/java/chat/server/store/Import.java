package chat.server.store;

import chat.common.RoomName;
import chat.common.wire.MalformedLineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link Export} has written: all of it or nothing. What is there already is left as it is, so that importing
 * the same again does nothing; a history that has gone another way is refused.
 */
public final class Import {
    /** The progress is told every so many entries. */
    private static final int STRIDE = 1000;

    /**
     * What has become of it.
     *
     * @param added how many entries are new
     * @param known how many were there already, or had been and were let go of
     * @param keys of locked rooms whose keys were not in the file: what opens them now
     */
    public record Result(long added, long known, Map<RoomName, String> keys) {}

    private final BufferedReader lines;
    private final ImportedRooms rooms;
    private final Progress progress;
    private long number;
    private long roomsRead;
    private long entriesRead;

    private Import(BufferedReader lines, ImportedRooms rooms, Progress progress) {
        this.lines = lines;
        this.rooms = rooms;
        this.progress = progress;
    }

    /**
     * Reads it.
     *
     * @param data the data directory, which is made if it is not there; no server may use it
     * @param lines the export
     * @param progress told in entries
     * @return what has become of it
     * @throws StoreException if nothing was imported, and why; the message is for people
     * @throws IOException if the lines cannot be read; then nothing was imported either
     */
    public static Result read(Path data, BufferedReader lines, Progress progress) throws IOException {
        NewFiles made = NewFiles.before(data);
        try (DataDirectory directory = DataDirectory.take(data)) {
            Database database = new Database(directory.file());
            boolean isNew = Files.notExists(database.file());
            boolean done = false;
            try {
                Result result = read(database, lines, progress);
                done = true;
                return result;
            } finally {
                if (isNew && !done) {
                    made.remove();
                }
            }
        }
    }

    private static Result read(Database database, BufferedReader lines, Progress progress) throws IOException {
        try {
            new Schema(database, InstantSource.system()).prepare();
            try (Connection connection = database.writer()) {
                return read(connection, lines, progress);
            }
        } catch (SQLException e) {
            throw new StoreException("Nothing was imported: " + database.reason(e) + ".", e);
        }
    }

    private static Result read(Connection connection, BufferedReader lines, Progress progress)
            throws SQLException, IOException {
        try {
            return new Transaction(connection)
                    .run(() -> new Import(lines, new ImportedRooms(connection), progress).read());
        } catch (Unreadable e) {
            throw e.cause;
        }
    }

    /** Carries what is wrong with the file through a transaction, which is taken back by that. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final IOException cause;

        Unreadable(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private Result read() throws SQLException {
        try {
            ExportLine first = next();
            if (first == null) {
                throw new Unreadable(new StoreException(
                        "Nothing was imported: there is nothing in it (expected: an export).", null));
            }
            if (!(first instanceof ExportLine.Head head)) {
                throw new MalformedLineException("this is no export (expected: {\"event\":\"export\",...})");
            }
            rooms.begin(head.era());
            for (ExportLine line = next(); line != null; line = next()) {
                take(line, head);
            }
            rooms.finish();
            number++;
            if (roomsRead != head.rooms() || entriesRead != head.entries()) {
                throw new MalformedLineException("the file ends here, with " + count(roomsRead, "room", "rooms")
                        + " and " + count(entriesRead, "entry", "entries") + " (expected: " + head.rooms() + " and "
                        + head.entries() + ")");
            }
            progress.at(entriesRead, head.entries());
            return rooms.result();
        } catch (MalformedLineException e) {
            throw new Unreadable(
                    new StoreException("Nothing was imported: line " + number + ": " + e.getMessage() + ".", e));
        } catch (CharacterCodingException e) {
            throw new Unreadable(new StoreException(
                    "Nothing was imported: there is something else than UTF-8 text behind line " + number + ".", e));
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private void take(ExportLine line, ExportLine.Head head) throws SQLException, MalformedLineException {
        if (line instanceof ExportLine.Room room) {
            roomsRead++;
            rooms.enter(room);
        } else if (line instanceof ExportLine.Happened happened) {
            entriesRead++;
            rooms.add(happened.received());
            if (entriesRead % STRIDE == 0) {
                progress.at(entriesRead, head.entries());
            }
        } else {
            throw new MalformedLineException("this begins another export (expected: one in a file)");
        }
    }

    private @Nullable ExportLine next() throws IOException, MalformedLineException {
        String line = lines.readLine();
        if (line == null) {
            return null;
        }
        number++;
        return Objects.requireNonNull(ExportLine.parse(line));
    }
}
