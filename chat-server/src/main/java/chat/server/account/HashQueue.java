package chat.server.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who wait for a hash, one after the other on a thread of their own, in the order of {@link Turns}. After each hash the
 * thread rests as long as that took, and whatever else wants the processor goes before it: passwords never cost more than half a
 * core, and chat is hardly felt to slow down. Nothing
 * is hashed for somebody who has left. The thread ends when nobody has waited for a while. Thread-safe.
 */
public class HashQueue {
    /** How long somebody may wait; then there is no use in it any more. */
    static final long MOST_SECONDS = 60;

    private static final long IDLE_MILLIS = 60_000;
    private static final Logger LOG = LoggerFactory.getLogger(HashQueue.class);

    private record Job<T>(Caller caller, Supplier<T> work, long since, CompletableFuture<Optional<T>> done) {
        void run() {
            try {
                done.complete(Optional.of(work.get()));
            } catch (RuntimeException | Error e) { // no memory, say: the next one may have some
                done.completeExceptionally(e);
            }
        }

        void giveUp() {
            done.complete(Optional.empty());
        }

        boolean isThere() {
            return caller.there().getAsBoolean();
        }
    }

    private final LongSupplier nanos;
    private final LongConsumer rest;
    private final ThreadFactory threads;

    /** Guarded by this. */
    private final Turns<Job<?>> turns = new Turns<>();

    private boolean running;
    private boolean closed;

    /** Begins without anybody. */
    public HashQueue() {
        this(System::nanoTime, HashQueue::sleep, HashQueue::inBackground);
    }

    /** With another clock, and another way to rest for so many nanoseconds. */
    HashQueue(LongSupplier nanos, LongConsumer rest) {
        this(nanos, rest, work -> new Thread(work, "passwords"));
    }

    private static Thread inBackground(Runnable work) {
        return new Thread(
                () -> {
                    Background.enter();
                    work.run();
                },
                "passwords");
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
     * @param caller for whom
     * @param known whether they say they are somebody who has logged in from there before
     * @param work what, on the queue's thread
     * @return what comes of it, completed on any thread; empty if it was not done, since too many wait, or nobody waits for
     *     it any more
     */
    public <T> CompletableFuture<Optional<T>> add(Caller caller, boolean known, Supplier<T> work) {
        Job<T> job = new Job<>(caller, work, nanos.getAsLong(), new CompletableFuture<>());
        List<Job<?>> out = new ArrayList<>();
        synchronized (this) {
            if (closed || !start()) {
                out.add(job);
            } else {
                if (turns.isFull()) {
                    out.addAll(turns.removeIf(waiting -> !waiting.isThere()));
                }
                Job<?> shed = turns.add(new Turns.Lane(caller.network(), caller.address(), known), job);
                if (shed != null) {
                    out.add(shed);
                }
            }
        }
        out.forEach(Job::giveUp);
        return job.done;
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
                if (next.isThere() && began - next.since < MOST_SECONDS * 1_000_000_000) {
                    next.run();
                    rest.accept(nanos.getAsLong() - began);
                } else {
                    next.giveUp();
                }
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
        while (turns.isEmpty() && !closed) {
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
        return turns.next().orElseThrow();
    }

    /** Ends the thread as soon as it is done with the one in hand; those who wait get no answer any more. */
    synchronized void close() {
        closed = true;
        turns.removeIf(job -> true);
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
