package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A socket that behaves badly on purpose; nothing here waits unless it is said. */
final class Attacker implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final SocketChannel socket;
    private final StringBuilder read = new StringBuilder();
    private final long connectedAt = System.nanoTime();
    private ByteBuffer poured = ByteBuffer.allocate(0);
    private long endedAt;

    private Attacker(SocketChannel socket) {
        this.socket = socket;
    }

    /**
     * Connects.
     *
     * @param from which of this machine's loopback addresses
     * @param window how many bytes the system takes in for it
     */
    static Attacker connects(int port, String from, int window) {
        try {
            SocketChannel socket = SocketChannel.open();
            socket.setOption(StandardSocketOptions.SO_RCVBUF, window);
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.configureBlocking(false);
            return new Attacker(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Attacker connects(int port, String from) {
        return connects(port, from, 64 * 1024);
    }

    /** Sends as much as the system takes; how much that was, or -1 if the connection is no more. */
    int sends(byte[] bytes) {
        return tries(ByteBuffer.wrap(bytes));
    }

    int sends(String text) {
        return sends(text.getBytes(UTF_8));
    }

    /** Sends as much of some bytes as the system takes; the next call goes on within them, and then begins anew. */
    void pours(byte[] bytes) {
        if (!poured.hasRemaining()) {
            poured = ByteBuffer.wrap(bytes);
        }
        tries(poured);
    }

    private int tries(ByteBuffer bytes) {
        try {
            return socket.write(bytes);
        } catch (IOException e) {
            return -1;
        }
    }

    /** Takes in what has come. Whether the connection still stands. */
    boolean reads() {
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        try {
            int count;
            while ((count = socket.read(bytes)) > 0) {
                read.append(UTF_8.decode(bytes.flip()));
                bytes.clear();
            }
            return count == 0 || ends();
        } catch (IOException e) {
            return ends();
        }
    }

    private boolean ends() {
        if (endedAt == 0) {
            endedAt = System.nanoTime();
        }
        return false;
    }

    /** How long it was connected until it read the end, in milliseconds; 0 if it has not. */
    long lifeMillis() {
        return endedAt == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(endedAt - connectedAt);
    }

    /** All it has read so far. */
    String text() {
        return read.toString();
    }

    /** Says that it sends nothing more. */
    void endsInput() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts the connection, with a reset. */
    void resets() {
        try {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something again and again for some time. */
    static void goesOn(long millis, Runnable attack) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        do {
            attack.run();
            LockSupport.parkNanos(PAUSE_NANOS); // the machine is the server's, too
        } while (System.nanoTime() < end);
    }
}
