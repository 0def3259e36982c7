package chat.server.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket in the file system, which only the server's own user can open. That is all the proof that it asks for: who can
 * open it could change the server's files as well.
 */
public final class ControlSocket implements AutoCloseable {
    /** What it is called in the directory of a server. */
    public static final String FILE = "chat.sock";

    /** How many may ask at a time; others wait. */
    private static final int THREADS = 4;

    /** How long the server may take to answer, and somebody to ask for what takes no time, in seconds. */
    private static final long PATIENCE_SECONDS = 10;

    private static final long RETRY_MILLIS = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);

    private final Path file;
    private final ServerSocketChannel socket;
    private final Control control;
    private final Semaphore free = new Semaphore(THREADS);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, ControlSocket::daemon);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(ControlSocket::daemon);

    private ControlSocket(Path file, ServerSocketChannel socket, Control control) {
        this.file = file;
        this.socket = socket;
        this.control = control;
    }

    /**
     * Opens it, in place of what another server has left there.
     *
     * @param file where; nobody else uses it
     * @param control does what is asked for
     * @return the socket, open
     * @throws IOException if that is not possible; the message is for people
     */
    public static ControlSocket open(Path file, Control control) throws IOException {
        ControlSocket opened = new ControlSocket(file, bound(file), control);
        daemon(opened::accept).start();
        return opened;
    }

    private static ServerSocketChannel bound(Path file) throws IOException {
        try {
            return bind(file);
        } catch (IOException | UnsupportedOperationException e) { // no such sockets here, or not on this file system
            throw new IOException(
                    "chat-server admin will not reach this server: there can be no socket " + file + " ("
                            + e.getMessage()
                            + "). Name a file with a shorter path, on a local file system, with --admin-socket.",
                    e);
        }
    }

    /** In a directory that nobody else can enter, until only its owner can open it. */
    private static ServerSocketChannel bind(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Path hidden = Files.createTempDirectory(parent, ".s"); // for its owner only
        Path made = hidden.resolve("s");
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            socket.bind(UnixDomainSocketAddress.of(made));
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        } finally {
            Files.deleteIfExists(made);
            Files.delete(hidden);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "control");
        thread.setDaemon(true);
        return thread;
    }

    /** Who finds all busy waits with the system, which has room for some. */
    private void accept() {
        while (socket.isOpen()) {
            try {
                free.acquire();
                SocketChannel caller = accepted();
                threads.execute(() -> serve(caller));
            } catch (ClosedChannelException | RejectedExecutionException | InterruptedException e) {
                LOG.debug("The local socket is closed");
                return;
            }
        }
    }

    /** Too many open files, say, is what a raid brings, in which somebody wants to be heard here. */
    private SocketChannel accepted() throws ClosedChannelException, InterruptedException {
        while (true) {
            try {
                return socket.accept();
            } catch (ClosedChannelException e) {
                throw e;
            } catch (IOException e) {
                LOG.warn("chat-server admin does not reach this server at the moment: {}", e.getMessage());
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            }
        }
    }

    private void serve(SocketChannel caller) {
        Future<?> limit = watch.schedule(() -> close(caller), 2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
        try (caller) {
            ControlWire.writeReply(caller, answer(ControlWire.readRequest(caller), user(caller)));
        } catch (IOException e) {
            LOG.debug("Somebody at the local socket has gone", e);
        } finally {
            limit.cancel(false);
            free.release();
        }
    }

    private ControlReply answer(List<String> words, String user) {
        if (words.isEmpty()) {
            return ControlReply.failed("There is nothing to do (expected: a command and its arguments).");
        }
        try {
            return control.run(words, user).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | RuntimeException e) {
            LOG.error("A request over the local socket failed", e);
            return ControlReply.failed("The server made a mistake, and that was not done.");
        } catch (TimeoutException e) {
            return ControlReply.failed("The server has not answered in time; it may still do it.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ControlReply.failed("The server is stopping.");
        }
    }

    /** Who asks; not every system tells. */
    private static String user(SocketChannel caller) throws IOException {
        return caller.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)
                ? caller.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName()
                : "";
    }

    private static void close(SocketChannel caller) {
        try {
            caller.close();
        } catch (IOException e) {
            LOG.debug("Somebody at the local socket has gone", e);
        }
    }

    /** Closes it, and takes its file away. */
    @Override
    public void close() {
        threads.shutdownNow();
        watch.shutdownNow();
        try {
            socket.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("The local socket was not taken away", e);
        }
    }
}
