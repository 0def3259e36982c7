package chat.client.link;

import chat.client.net.Network;
import chat.client.net.Wire;
import chat.client.net.WireEvents;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

/** A network whose time moves only when a test says so, and whose other end is the test. */
final class ManualNetwork implements Network {
    private record Task(long due, long order, Runnable action) {}

    private final Queue<Runnable> now = new ArrayDeque<>();
    private final Queue<Task> later =
            new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::order));
    private final List<ManualWire> wires = new ArrayList<>();
    private long nanos = 5_000_000_000L;
    private long slept;
    private long order;
    private boolean closed;

    @Override
    public void execute(Runnable task) {
        if (closed) {
            throw new RejectedExecutionException("closed");
        }
        now.add(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        later.add(new Task(nanos + delay.toNanos(), order++, task));
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long wallMillis() {
        return 1_700_000_000_000L + slept + nanos / 1_000_000;
    }

    @Override
    public Wire open(String host, int port, WireEvents events) {
        ManualWire wire = new ManualWire(events);
        wires.add(wire);
        return wire;
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Runs what waits to be run. */
    void run() {
        for (Runnable task = now.poll(); task != null; task = now.poll()) {
            task.run();
        }
    }

    /** Lets time pass, and runs what becomes due, each at its own time. */
    void advance(Duration time) {
        run();
        long end = nanos + time.toNanos();
        while (!later.isEmpty() && later.element().due() <= end) {
            Task task = later.remove();
            nanos = Math.max(nanos, task.due());
            task.action().run();
            run();
        }
        nanos = end;
    }

    /** The machine sleeps: only the clock on the wall goes on. */
    void sleep(Duration time) {
        slept += time.toMillis();
    }

    /** How many connections were begun. */
    int attempts() {
        return wires.size();
    }

    /** The connection begun last. */
    ManualWire wire() {
        return wires.get(wires.size() - 1);
    }
}
