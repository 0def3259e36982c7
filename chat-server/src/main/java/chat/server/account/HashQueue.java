package chat.server.account;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who wait for a hash, one after the other on a thread of their own. Each address has its turn, so that one with many
 * who wait keeps the others waiting for one of them only. After each hash the thread rests as long as that took: passwords
 * never cost more than half a core, and chat is not felt to slow down. The thread ends when nobody has waited for a while.
 * Thread-safe.
 */
public class HashQueue {
    /** How many may wait, which at some tens of milliseconds for each takes a minute or so. */
    static final int MOST = 1024;

    /** How many of them from one address. */
    static final int MOST_PER_ADDRESS = 256;

    private static final long IDLE_MILLIS = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(HashQueue.class);

    private record Job<T>(Supplier<T> work, CompletableFuture<T> done) {
        void run() {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error e) { // no memory, say: the next one may have some
                done.completeExceptionally(e);
            }
        }
    }

    private final LongSupplier nanos;
    private final LongConsumer rest;
    private final ThreadFactory threads;

    /** Whose turn is next comes first; guarded by this. */
    private final Map<Object, Queue<Job<?>>> waiting = new LinkedHashMap<>();

    private int size;
    private boolean running;
    private boolean closed;

    /** Begins without anybody. */
    public HashQueue() {
        this(System::nanoTime, HashQueue::sleep);
    }

    /** With another clock, and another way to rest for so many nanoseconds. */
    HashQueue(LongSupplier nanos, LongConsumer rest) {
        this(nanos, rest, work -> new Thread(work, "passwords"));
    }

    /** With threads of another make. */
    HashQueue(LongSupplier nanos, LongConsumer rest, ThreadFactory threads) {
        this.threads = threads;
        this.nanos = nanos;
        this.rest = rest;
    }

    /**
     * Has something done when its turn comes.
     *
     * @param address whose turn that is
     * @param work what, on the queue's thread
     * @return what comes of it, completed on that thread; empty if too many wait
     */
    public <T> Optional<CompletableFuture<T>> add(Object address, Supplier<T> work) {
        Job<T> job = new Job<>(work, new CompletableFuture<>());
        synchronized (this) {
            Queue<Job<?>> sameAddress = waiting.get(address);
            if (closed || size >= MOST || (sameAddress != null && sameAddress.size() >= MOST_PER_ADDRESS)) {
                return Optional.empty();
            }
            if (!start()) {
                return Optional.empty();
            }
            waiting.computeIfAbsent(address, key -> new ArrayDeque<>()).add(job);
            size++;
        }
        return Optional.of(job.done);
    }

    /** Whether there is a thread; the system may have no more just now, so the next one who comes tries again. */
    private synchronized boolean start() {
        if (running) {
            notifyAll();
            return true;
        }
        try {
            Thread thread = threads.newThread(this::run);
            thread.setDaemon(true);
            thread.start();
            running = true;
        } catch (OutOfMemoryError e) { // that is how Java says so
            LOG.warn("No thread can be started that looks at passwords", e);
        }
        return running;
    }

    private void run() {
        boolean idle = false;
        try {
            for (Job<?> next = next(); next != null; next = next()) {
                long began = nanos.getAsLong();
                next.run();
                rest.accept(nanos.getAsLong() - began);
            }
            idle = true; // it has said so itself, and another one may have begun
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does that
        } finally {
            if (!idle) {
                died();
            }
        }
    }

    /** The next one who comes starts a thread again. */
    private synchronized void died() {
        running = false;
    }

    /** The next one; null if nobody has come for a while, in which case the thread has to end. */
    private synchronized @Nullable Job<?> next() throws InterruptedException {
        long until = System.nanoTime() + IDLE_MILLIS * 1_000_000;
        while (waiting.isEmpty() && !closed) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                running = false;
                return null;
            }
            wait(left);
        }
        if (closed) {
            running = false;
            return null;
        }
        Map.Entry<Object, Queue<Job<?>>> turn = waiting.entrySet().iterator().next();
        Object address = turn.getKey();
        Queue<Job<?>> jobs = turn.getValue();
        Job<?> job = jobs.remove();
        waiting.remove(address);
        if (!jobs.isEmpty()) {
            waiting.put(address, jobs);
        }
        size--;
        return job;
    }

    /** Ends the thread as soon as it is done with the one in hand; those who wait get no answer any more. */
    synchronized void close() {
        closed = true;
        waiting.clear();
        notifyAll();
    }

    private static void sleep(long nanos) {
        try {
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
