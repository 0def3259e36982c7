package chat.server.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The file, and how connections to it behave. */
final class Database {
    /** How long a connection waits for another one to let go, in milliseconds; only recovery after a crash takes any. */
    private static final int BUSY_MILLIS = 5000;

    /** The pages of the file that the writer has in memory, in units of -1 KiB, as SQLite counts. */
    private static final int WRITER_CACHE = -16 * 1024;

    /** As much of the file as is read without copying it, in bytes. */
    private static final long MAPPED = 256L << 20;

    /** What is told if SQLite does not say anything that people could do something about. */
    static final String UNKNOWN_REASON = "its file cannot be written";

    /** Asks how much of the file is in use, in bytes. */
    static final String USED = "SELECT (p.page_count - f.freelist_count) * s.page_size"
            + " FROM pragma_page_count p, pragma_freelist_count f, pragma_page_size s";

    /** Why nothing can be written, for people: there is no room. */
    static final String FULL = "the disk is full";

    private final Path file;

    Database(Path file) {
        this.file = file;
    }

    /** The file of a data directory, which has to be there. */
    static Database existing(Path directory) throws StoreException {
        Path file = directory.resolve(DataDirectory.FILE);
        boolean isFile;
        try {
            isFile = Files.readAttributes(file, BasicFileAttributes.class).isRegularFile();
        } catch (AccessDeniedException e) {
            throw unreadable(file, e);
        } catch (IOException e) {
            isFile = false;
        }
        if (!isFile) {
            throw new StoreException(
                    "There is no " + file + ": say with --data where the server keeps its rooms.", null);
        }
        if (!Files.isReadable(file)) {
            throw unreadable(file, null);
        }
        return new Database(file);
    }

    private static StoreException unreadable(Path file, @Nullable IOException cause) {
        return new StoreException(file + " cannot be read by this user: do this as the server's user.", cause);
    }

    Path file() {
        return file;
    }

    /** The one connection that writes. A commit returns when the disk has it. */
    Connection writer() throws SQLException {
        SQLiteConfig config = config();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setCacheSize(WRITER_CACHE);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return config.createConnection(url());
    }

    /** A connection that changes a file which nobody else uses, and leaves no other file beside it. */
    Connection only() throws SQLException {
        return config().createConnection(url());
    }

    /** A connection that sees what is committed, and can change nothing. */
    Connection reader() throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(MAPPED));
        return config.createConnection(url());
    }

    /** How much of the file is in use, in bytes. */
    long usedBytes() throws SQLException {
        try (Connection connection = reader();
                Statement statement = connection.createStatement();
                ResultSet bytes = statement.executeQuery(USED)) {
            return bytes.next() ? bytes.getLong(1) : 0;
        }
    }

    /** Looks at the whole file, which takes a while; what is wrong with it, or nothing. */
    String problem() throws SQLException {
        try (Connection connection = reader();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
            String answer = row.next() ? row.getString(1) : "no answer";
            return answer.equals("ok") ? "" : firstFinding(answer);
        }
    }

    /** In front of what it has found SQLite may write in which of its databases: here there is only one. */
    private static String firstFinding(String answer) {
        return answer.lines()
                .filter(line -> !line.startsWith("***"))
                .findFirst()
                .orElse(answer);
    }

    String url() {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    /** Why the file cannot be used, as it stands in brackets or behind a colon. */
    String reason(SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException told ? told.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (primary(code)) {
            case SQLITE_FULL -> FULL;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> "its file is read-only";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "its file is damaged";
            case SQLITE_BUSY, SQLITE_LOCKED -> "another program holds its file";
            case SQLITE_IOERR -> inputOutputError();
            default -> UNKNOWN_REASON;
        };
    }

    /** Whether it is the statement's own fault, so that others may well be possible; not one of the file or the disk. */
    static boolean isMistake(SQLException e) {
        return e instanceof SQLiteException told
                && switch (primary(told.getResultCode())) {
                    case SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_RANGE, SQLITE_TOOBIG -> true;
                    default -> false;
                };
    }

    /** The kind of an error: SQLite has the details in the upper bits. */
    static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }

    /** To SQLite it is the same when a file system is made read-only under it, and a full disk when it maps a file. */
    private String inputOutputError() {
        if (isFull()) {
            return FULL;
        }
        return Files.isWritable(file) && Files.isWritable(log()) ? "the disk reports errors" : "its file is read-only";
    }

    /** What was written and is not in the file yet. */
    Path log() {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private boolean isFull() {
        return usableBytes() < 64 * 1024;
    }

    /** How much room there is for the file, in bytes; a lot if nobody knows. */
    long usableBytes() {
        Path directory = file.toAbsolutePath().getParent();
        try {
            return directory == null
                    ? Long.MAX_VALUE
                    : Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
