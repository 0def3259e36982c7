package chat.server.store;

import chat.server.room.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What waits for the writer, of all rooms in one order. Whoever puts something in never waits. */
final class Inbox {
    /** From here on publishers are asked to wait. What they have said already still gets in. */
    static final int MANY = 16 * 1024;

    /** The same in bytes of memory. */
    static final long MANY_BYTES = 16L << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private List<Pending> waiting = new ArrayList<>();
    private long bytes;
    private boolean closed;
    private boolean nudged;
    private @Nullable CompletableFuture<Void> relief;

    /** Whether it was taken in; after {@link #close} nothing is. */
    boolean add(Pending pending) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            waiting.add(pending);
            bytes += pending.draft().event().weight();
            if (waiting.size() == 1) {
                news.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the writer look up although no draft has come. */
    void nudge() {
        lock.lock();
        try {
            nudged = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Completed when there is not too much in it. */
    CompletableFuture<Void> whenReady() {
        lock.lock();
        try {
            if (waiting.size() < MANY && bytes < MANY_BYTES) {
                return Journal.READY;
            }
            CompletableFuture<Void> ready = relief;
            if (ready == null) {
                ready = new CompletableFuture<>();
                relief = ready;
            }
            return ready;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes out all that waits.
     *
     * @param millis how long to wait for something; 0 not to wait
     * @return nothing if nothing has come, or if it is closed
     */
    List<Pending> take(long millis) throws InterruptedException {
        List<Pending> taken;
        CompletableFuture<Void> ready;
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (waiting.isEmpty() && !closed && !nudged && left > 0) {
                left = news.awaitNanos(left);
            }
            nudged = false;
            taken = waiting;
            waiting = new ArrayList<>();
            bytes = 0;
            ready = relief;
            relief = null;
        } finally {
            lock.unlock();
        }
        if (ready != null) {
            ready.complete(null);
        }
        return taken;
    }

    /** Takes nothing in any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
