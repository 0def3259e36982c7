package chat.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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

    private final Path file;

    Database(Path file) {
        this.file = file;
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

    /** A connection that sees what is committed, and can change nothing. */
    Connection reader() throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(MAPPED));
        return config.createConnection(url());
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
            case SQLITE_FULL -> "the disk is full";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> "its file is read-only";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "its file is damaged";
            case SQLITE_BUSY, SQLITE_LOCKED -> "another program holds its file";
            case SQLITE_IOERR -> inputOutputError();
            default -> "its file cannot be written";
        };
    }

    /** The kind of an error: SQLite has the details in the upper bits. */
    static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }

    /** To SQLite it is the same when a file system is made read-only under it, and a full disk when it maps a file. */
    private String inputOutputError() {
        if (isFull()) {
            return "the disk is full";
        }
        return Files.isWritable(file) && Files.isWritable(log()) ? "the disk reports errors" : "its file is read-only";
    }

    /** What was written and is not in the file yet. */
    Path log() {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private boolean isFull() {
        try {
            return Files.getFileStore(file).getUsableSpace() < 64 * 1024;
        } catch (IOException e) {
            return false;
        }
    }
}
