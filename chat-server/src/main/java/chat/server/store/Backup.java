package chat.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/**
 * Copies the file as it is at one moment, while a server may write it: what was committed when the copy began is in it. The
 * copy gets its name when all of it is on the disk and has been checked; until then it is called {@code .NAME.part}.
 */
public final class Backup {
    /** So many steps of SQLite's between two looks at how far it is; a few milliseconds. */
    private static final int STEPS = 10_000;

    /** How much is written before the disk has to take it, in bytes. */
    private static final long PORTION = 1L << 20;

    private final Database source;
    private final Path target;
    private final Path part;

    private Backup(Database source, Path target) {
        this.source = source;
        this.target = target;
        this.part = target.resolveSibling("." + target.getFileName() + ".part");
    }

    /**
     * Makes a backup.
     *
     * @param data the data directory; a server may use it
     * @param file where to; only its owner may read it
     * @param overwrite whether there may be such a file
     * @param progress told in bytes
     * @return how large it is, in bytes
     * @throws StoreException if it cannot be made; then there is nothing new, and the message is for people
     */
    public static long make(Path data, Path file, boolean overwrite, Progress progress) throws StoreException {
        Path target = file.toAbsolutePath().normalize();
        if (target.getFileName() == null || Files.isDirectory(target)) {
            throw new StoreException(file + " is a directory: name a file for the backup in it.", null);
        }
        if (!overwrite && Files.exists(target)) {
            throw new StoreException(file + " exists already: name another file, or overwrite it with --force.", null);
        }
        Database source = Database.existing(data);
        if (isSame(source.file(), target)) {
            throw new StoreException(file + " is the server's own file: name another one.", null);
        }
        checkOrigin(source);
        return new Backup(source, target).make(progress);
    }

    /** What is no file of this server would fail only after all of it was copied, and for a reason that says nothing. */
    private static void checkOrigin(Database source) throws StoreException {
        try {
            Schema.version(source);
        } catch (SQLException e) {
            throw new StoreException(
                    "No backup was made: " + source.reason(e).replace("its file", source.file() + "") + ".", e);
        }
    }

    /** The same for a file that nobody else uses. */
    static long make(Database source, Path target) throws StoreException {
        return new Backup(source, target).make(Progress.NONE);
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    private long make(Progress progress) throws StoreException {
        try {
            begin();
            copy(progress);
            renameEntries();
            check();
            return keep();
        } catch (SQLException e) {
            throw notMade(new Database(part).reason(e).replace("its file", "the file"), e);
        } catch (StoreException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw notMade("there is no directory " + target.getParent(), e);
        } catch (FileAlreadyExistsException e) {
            throw notMade(
                    part + " is there, which another backup is writing, or has left behind: delete it if none runs", e);
        } catch (IOException e) {
            throw notMade("nothing can be written to " + target.getParent() + " (" + e.getMessage() + ")", e);
        }
    }

    private StoreException notMade(String why, @Nullable Exception cause) {
        if (!(cause instanceof FileAlreadyExistsException)) {
            delete();
        }
        return new StoreException("No backup was made: " + why + ".", cause);
    }

    private void delete() {
        for (String suffix : new String[] {"", "-journal", "-wal", "-shm"}) {
            try {
                Files.deleteIfExists(part.resolveSibling(part.getFileName() + suffix));
            } catch (IOException e) {
                // what made the backup fail is told, and that is enough
            }
        }
    }

    /** SQLite writes into an empty file as it finds it, so nobody else may read it at any time. */
    private void begin() throws IOException {
        Files.createFile(part, OwnerOnly.file(part));
        part.toFile().deleteOnExit(); // if somebody loses patience
    }

    private void copy(Progress progress) throws SQLException, IOException {
        long all = source.usedBytes();
        try (Connection connection = source.reader();
                FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE);
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, part.toString());
            ProgressHandler.setHandler(connection, STEPS, new Pacing(written, all, progress));
            copy.execute();
            ProgressHandler.clearHandler(connection);
        }
    }

    /**
     * Has the disk take the copy in small portions, with pauses as long as each took: a server that keeps a message waits for
     * the same disk.
     */
    private static final class Pacing extends ProgressHandler {
        private final FileChannel written;
        private final long all;
        private final Progress progress;
        private long forced;

        Pacing(FileChannel written, long all, Progress progress) {
            this.written = written;
            this.all = all;
            this.progress = progress;
        }

        /** Called by SQLite; anything but 0 would end the copy. */
        @Override
        protected int progress() throws SQLException {
            try {
                long done = written.size();
                progress.at(Math.min(done, all), all);
                if (done - forced >= PORTION) {
                    forced = done;
                    long began = System.nanoTime();
                    written.force(false);
                    TimeUnit.NANOSECONDS.sleep(System.nanoTime() - began);
                }
                return 0;
            } catch (IOException e) {
                throw new SQLException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 1;
            }
        }
    }

    /**
     * Whoever goes on with the copy gives places again that the original may have given since: their ids must not be the same,
     * or a program that resumes would miss messages without knowing.
     */
    private void renameEntries() throws SQLException {
        try (Connection connection = new Database(part).only();
                PreparedStatement change = connection.prepareStatement("UPDATE history SET era = ?")) {
            change.setString(1, Schema.newEra());
            change.executeUpdate();
        }
    }

    /** Of the copy, so that it is known to be good when it is needed. */
    private void check() throws SQLException, StoreException {
        String problem = new Database(part).problem();
        if (!problem.isEmpty()) {
            throw notMade("the copy is damaged, and so is the server's file, it seems (" + problem + ")", null);
        }
    }

    private long keep() throws IOException {
        long size = Files.size(part);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        forceName(target.getParent());
        return size;
    }

    /** So that the new name survives a power cut, too; not every system can do that. */
    private static void forceName(@Nullable Path directory) {
        if (directory == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows does not open directories
        }
    }
}
