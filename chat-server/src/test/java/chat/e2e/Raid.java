package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Many who come at once through a proxy, each from an address of their own, and write as much as they may. */
final class Raid implements AutoCloseable {
    /** What they write, in every line. */
    static final String CRY = "xyzzyraid";

    private static final String NET = "203.0.113.";
    private static final int AT_ONCE = 10;
    private static final long PERIOD_MILLIS = 500;

    /** The machine is the server's, too. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final List<Raider> raiders;
    private final AtomicInteger cries = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread thread = new Thread(this::rage, "raid");

    /** Connects them, from an address of a proxy; each takes a name, and begins to write. */
    Raid(int count, int port, String proxy) {
        raiders = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Raider(i, port, proxy))
                .toList();
        thread.setDaemon(true);
        thread.start();
    }

    private void rage() {
        long next = System.nanoTime();
        int number = 0;
        while (!over.get()) {
            boolean turn = System.nanoTime() >= next;
            for (Raider raider : raiders) {
                raider.reads();
                if (turn) {
                    int count = number == 0 ? AT_ONCE : 1;
                    raider.sends((CRY + " " + number + "\n").repeat(count));
                    cries.addAndGet(count);
                }
            }
            if (turn) {
                number++;
                next += TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Waits until all together have written so many lines. */
    void awaitCries(int count, Duration limit) {
        await(count + " lines of raiders", limit, () -> cries.get() >= count);
    }

    /** Waits until each of them has read something since they came. */
    void awaitAllRead(Pattern text, Duration limit) {
        await("all raiders have read: " + text, limit, () -> raiders.stream().allMatch(raider -> raider.hasRead(text)));
    }

    /** Waits until all are put out. */
    void awaitOut(Duration limit) {
        await("all raiders are out", limit, () -> raiders.stream().allMatch(raider -> raider.ended));
    }

    private static void await(String what, Duration limit, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(limit)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    @Override
    public void close() {
        over.set(true);
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        raiders.forEach(Raider::close);
    }

    /** One of them, on the raid's thread. */
    private static final class Raider implements AutoCloseable {
        private final SocketChannel socket;

        /** Only what is no conversation; guarded by this. */
        private final StringBuilder told = new StringBuilder();

        private final StringBuilder line = new StringBuilder();
        private final ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        private volatile boolean ended;

        Raider(int number, int port, String proxy) {
            try {
                socket = SocketChannel.open();
                socket.bind(new InetSocketAddress(proxy, 0));
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                socket.configureBlocking(false);
                sends("PROXY TCP4 " + NET + number + " 192.0.2.1 40000 8090\r\n/setname raider" + number + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void sends(String text) {
            try {
                if (!ended) {
                    socket.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
                }
            } catch (IOException e) {
                // put out: the end is read, too
            }
        }

        void reads() {
            try {
                int count = ended ? 0 : socket.read(bytes.clear());
                while (count > 0) {
                    take(bytes.flip());
                    count = socket.read(bytes.clear());
                }
                ended |= count < 0;
            } catch (IOException e) {
                ended = true;
            }
        }

        private synchronized void take(ByteBuffer read) {
            while (read.hasRemaining()) {
                char next = (char) read.get(); // what the server tells is ASCII
                line.append(next);
                if (next == '\n') {
                    if (line.indexOf(CRY) < 0 && line.indexOf("calm") < 0 && told.length() < 100_000) {
                        told.append(line);
                    }
                    line.setLength(0);
                }
            }
        }

        synchronized boolean hasRead(Pattern text) {
            return text.matcher(told).find();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
