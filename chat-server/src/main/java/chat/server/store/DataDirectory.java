package chat.server.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A directory that one server has for itself, until it is closed or its process ends, however it ends. */
final class DataDirectory implements AutoCloseable {
    static final String FILE = "chat.db";
    static final String LOCK = "chat.lock";
    private static final String SECRET = "chat.secret";
    private static final int SECRET_BYTES = 32;

    private final Path directory;
    private final FileChannel lock;

    private DataDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Takes a directory, which is made if it is not there. */
    static DataDirectory take(Path directory) throws StoreException {
        create(directory);
        FileChannel channel = open(directory);
        try {
            if (tryLock(channel) == null) {
                throw new StoreException(
                        "A server uses " + directory
                                + " already: stop it first, or name another directory with --data.",
                        null);
            }
            sign(channel);
            return checked(new DataDirectory(directory, channel));
        } catch (IOException e) {
            closeQuietly(channel);
            throw e instanceof StoreException told ? told : notWritable(directory, e);
        }
    }

    /** Another file of the server's. */
    Path file(String name) {
        return directory.resolve(name);
    }

    /** The file that holds the rooms. */
    Path file() {
        return directory.resolve(FILE);
    }

    /**
     * What the marks of authors are made with. It is in a file of its own, so that it is in no copy of the history: there
     * nobody can find out addresses by trying all of them.
     */
    byte[] secret() throws StoreException {
        Path file = directory.resolve(SECRET);
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(secret);
                Path made = Files.createTempFile(directory, SECRET, ".tmp"); // for its owner only
                Files.write(made, secret);
                Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            }
            byte[] secret = Files.readAllBytes(file);
            if (secret.length == SECRET_BYTES) {
                return secret;
            }
        } catch (IOException e) {
            throw notWritable(directory, e);
        }
        throw new StoreException(
                file + " is damaged: remove it, and nobody can take back by /forget me what they wrote before.", null);
    }

    private static void create(Path directory) throws StoreException {
        try {
            Files.createDirectories(directory, OwnerOnly.directory(directory));
        } catch (FileAlreadyExistsException e) {
            throw new StoreException(
                    directory + " is no directory: name another one with --data, or keep nothing with --ephemeral.", e);
        } catch (IOException e) {
            throw notWritable(directory, e);
        }
    }

    private static FileChannel open(Path directory) throws StoreException {
        try {
            return FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw notWritable(directory, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // by this very process
        }
    }

    /** Tells operators which process it is; nothing depends on it. */
    private static void sign(FileChannel channel) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(US_ASCII)), 0);
        } catch (IOException e) {
            // the disk is full: whether that matters is found out later
        }
    }

    /**
     * Who has a directory for itself.
     *
     * @param directory any
     * @return the process, in digits, {@code "unknown"} if it has not told; empty if nobody
     */
    static Optional<String> holder(Path directory) throws IOException {
        Path lock = directory.resolve(LOCK);
        if (Files.notExists(lock)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            if (tryLock(channel) != null) {
                return Optional.empty();
            }
        }
        String process = Files.readString(lock, US_ASCII).strip();
        return Optional.of(process.isEmpty() ? "unknown" : process);
    }

    private static DataDirectory checked(DataDirectory data) throws StoreException {
        Path file = data.file();
        if (Files.isDirectory(file)) {
            throw new StoreException(
                    file + " is a directory, where the server's file should be: move it away, or name another directory"
                            + " with --data.",
                    null);
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw readOnly(file, null);
        }
        return data;
    }

    static StoreException readOnly(Path file, @Nullable Throwable cause) {
        return new StoreException(
                file + " is read-only: let the server's user write it, or name another directory with --data.", cause);
    }

    private static StoreException notWritable(Path directory, IOException cause) {
        return new StoreException(
                "Nothing can be kept in " + directory + ": let the server's user write there, name another directory"
                        + " with --data, or keep nothing with --ephemeral.",
                cause);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is given back when the process ends at the latest.
        }
    }

    /** Gives it back. */
    @Override
    public void close() {
        closeQuietly(lock);
    }
}
