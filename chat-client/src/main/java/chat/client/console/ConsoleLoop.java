package chat.client.console;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The console's thread: runs tasks in order, and shows what has come of them, many at once when many come. A lone task
 * is shown at once.
 */
final class ConsoleLoop implements Executor {
    /** Between two times of showing, so that a flood is shown in few large pieces. */
    private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** How often to show when nothing happens: countdowns go on. */
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** So many tasks at most before it is shown. */
    private static final int BATCH = 1000;

    /** With so many tasks waiting, what can be left out is. */
    private static final int FULL = 20_000;

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final AtomicInteger leftOut = new AtomicInteger();
    private volatile boolean running = true;

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs a task unless far too many wait: a terminal that takes nothing must not fill the memory. */
    void executeUnlessFull(Runnable task) {
        if (tasks.size() >= FULL) {
            leftOut.incrementAndGet();
        } else {
            tasks.add(task);
        }
    }

    /** How many tasks were left out since the last call. */
    int takeLeftOut() {
        return leftOut.getAndSet(0);
    }

    /**
     * Runs until {@link #stop}, on the calling thread.
     *
     * @param show shows what has come of the tasks
     */
    void run(Runnable show) {
        long shown = System.nanoTime() - FRAME_NANOS;
        try {
            while (running) {
                Runnable first = tasks.poll(IDLE_NANOS, TimeUnit.NANOSECONDS);
                if (first != null) {
                    first.run();
                    runMore(shown + FRAME_NANOS);
                }
                show.run();
                shown = System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs what waits, and what comes until then. */
    private void runMore(long until) throws InterruptedException {
        for (int i = 1; i < BATCH && running; i++) {
            @Nullable Runnable next = tasks.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            next.run();
        }
    }

    /** Ends it behind the tasks that wait now, which are shown. */
    void stop() {
        tasks.add(() -> running = false);
    }
}
