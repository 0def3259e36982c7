package chat.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Wipes what deleted rows leave behind. SQLite overwrites a row that is deleted, but copies of it may be left from before:
 * where it stood until its page was split, in the gap that every page of a tree has between its index of cells and the
 * cells; and in the write-ahead log. So this empties the log and goes through the file in slices, filling the gaps with zeros.
 * SQLite never reads them. What is written between two slices stands in the log, whose pages are looked at again.
 *
 * <p>On the writer's thread. While a slice is read and wiped it has SQLite's lock for writing, and the log is empty: so
 * nothing else, in this process or another, can bring changes into the file.
 */
final class Sweep implements AutoCloseable {
    /** How long others may keep the log in use without a pause until it gives up. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long to wait for somebody who reads from the log, in nanoseconds: each look costs the writer time. */
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);

    /** How much of the file one slice reads, in bytes: some milliseconds. */
    private static final int SLICE = 8 << 20;

    /** Beyond so many pages of 4 KiB a page of text cannot be told from one of a tree for sure. */
    private static final long MOST_PAGES = 1L << 25;

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private static final int FILE_HEADER = 100;
    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final byte[] ZEROS = new byte[65536];

    private final Connection connection;
    private final Path log;

    /** Open as long as the connection: when it is closed the system drops the locks that SQLite has on the file. */
    private final FileChannel file;

    private final int pageSize;
    private final long patience;

    /**
     * The pages that were in the log and are to be looked at. They are remembered when the log cannot be emptied: all of it
     * may be in the file then, with somebody still reading, so that the next commit begins the log anew and overwrites
     * which pages it had. That can only follow a look of this sweep, as nothing else in the server brings the log into it.
     */
    private final BitSet written = new BitSet();

    private long next;
    private long notBefore = System.nanoTime();
    private long progressAt = notBefore;
    private boolean heldUp;

    Sweep(Connection connection, Database database, Duration patience) throws SQLException, IOException {
        this.patience = patience.toNanos();
        this.connection = connection;
        this.log = database.log();
        this.file = FileChannel.open(database.file(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.pageSize = (int) ask("PRAGMA page_size");
    }

    /** Goes back to the beginning; false if not all pages of this file can be told apart for sure: then none is touched. */
    boolean begin() throws SQLException, IOException {
        if (ask("PRAGMA auto_vacuum") != 0 || file.size() / pageSize > MOST_PAGES) {
            return false; // the first would have pages that map others, and look like those of a tree
        }
        next = 0;
        written.clear();
        progressAt = System.nanoTime();
        heldUp = false;
        ask("PRAGMA wal_autocheckpoint = 0"); // else pages would leave the log between two slices
        return true;
    }

    /** It is over, whether all was wiped or not. */
    void end() {
        try {
            ask("PRAGMA wal_autocheckpoint = 1000");
        } catch (SQLException e) {
            LOG.warn("The log of changes is not brought into the file by itself any more: {}", e.getMessage());
        }
    }

    /** Wipes some of it; whether that was all. Does nothing while another program uses the log. */
    boolean slice() throws SQLException, IOException {
        if (System.nanoTime() - notBefore < 0) {
            return false;
        }
        written.or(pagesOfLog());
        if (!emptyLog() || !lock()) {
            long now = System.nanoTime();
            notBefore = now + BETWEEN_LOOKS;
            heldUp = now - progressAt > patience;
            return false;
        }
        boolean over;
        try {
            wipeWritten();
            over = wipeSome();
        } finally {
            ask("ROLLBACK"); // SQLite has changed nothing
        }
        progressAt = System.nanoTime();
        if (over) {
            file.force(false);
        }
        return over;
    }

    /** Whether others have kept it from going on for too long. */
    boolean isHeldUp() {
        return heldUp;
    }

    /**
     * Keeps others from writing; false if they do, or have done so since the log was emptied: then the file may not have what
     * they wrote, and would get it from them while it is wiped.
     */
    private boolean lock() throws SQLException, IOException {
        ask("PRAGMA shrink_memory"); // pages that the connection remembers have gaps, too
        if (!atOnce(this::begun)) {
            return false;
        }
        if (!Files.exists(log) || Files.size(log) == 0) {
            return true;
        }
        ask("ROLLBACK");
        return false;
    }

    private boolean begun() throws SQLException {
        try {
            ask("BEGIN IMMEDIATE");
            return true;
        } catch (SQLiteException e) {
            if (Database.primary(e.getResultCode()) == SQLiteErrorCode.SQLITE_BUSY) {
                return false;
            }
            throw e;
        }
    }

    private void wipeWritten() throws IOException {
        ByteBuffer page = ByteBuffer.allocate(pageSize);
        for (int number = written.nextSetBit(0); number >= 0; number = written.nextSetBit(number + 1)) {
            page.clear();
            if (file.read(page, (long) number * pageSize) == pageSize) {
                wipe(page.array(), 0, number);
            }
        }
        written.clear();
    }

    private boolean wipeSome() throws IOException {
        long pages = file.size() / pageSize;
        ByteBuffer some = ByteBuffer.allocate(SLICE);
        int read = file.read(some, next * pageSize);
        for (int at = 0; at + pageSize <= read; at += pageSize) {
            wipe(some.array(), at, next);
            next++;
        }
        return next >= pages || read < pageSize;
    }

    private void wipe(byte[] bytes, int at, long number) throws IOException {
        int header = at + (number == 0 ? FILE_HEADER : 0);
        int kind = bytes[header];
        boolean leaf = kind == 0x0d || kind == 0x0a;
        if (!leaf && kind != 0x05 && kind != 0x02) {
            return; // of no tree: it is free, which SQLite has wiped, or the rest of a long row
        }
        int begin = header + (leaf ? 8 : 12) + 2 * twoBytes(bytes, header + 3);
        int cells = twoBytes(bytes, header + 5);
        int end = at + (cells == 0 ? 65536 : cells);
        if (end > at + pageSize) {
            return;
        }
        for (int i = begin; i < end; i++) {
            if (bytes[i] != 0) {
                file.write(ByteBuffer.wrap(ZEROS, 0, end - begin), number * pageSize + (begin - at));
                return;
            }
        }
    }

    private static int twoBytes(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    /** The pages that the log has, which are in the file once it is emptied. */
    private BitSet pagesOfLog() throws IOException {
        BitSet pages = new BitSet();
        if (!Files.exists(log)) {
            return pages;
        }
        try (FileChannel frames = FileChannel.open(log)) { // SQLite holds its locks on another file of the log's
            ByteBuffer number = ByteBuffer.allocate(Integer.BYTES);
            for (long at = LOG_HEADER; frames.read(number, at) == Integer.BYTES; at += FRAME_HEADER + pageSize) {
                int page = number.flip().getInt();
                if (page > 0) {
                    pages.set(page - 1);
                }
                number.clear();
            }
        }
        return pages;
    }

    private boolean emptyLog() throws SQLException {
        return atOnce(() -> ask("PRAGMA wal_checkpoint(TRUNCATE)") == 0);
    }

    /** Does not wait for other programs, as others wait for this thread. */
    private boolean atOnce(Transaction.Work<Boolean> work) throws SQLException {
        long timeout = ask("PRAGMA busy_timeout");
        ask("PRAGMA busy_timeout = 0");
        try {
            return work.run();
        } finally {
            ask("PRAGMA busy_timeout = " + timeout);
        }
    }

    private long ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return 0;
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
