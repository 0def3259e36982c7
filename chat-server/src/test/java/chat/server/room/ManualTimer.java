package chat.server.room;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** Time that moves only when a test says so. */
public final class ManualTimer implements Timer {
    private record Task(long due, long order, Runnable action) {}

    private final Queue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::order));
    private long now = 1_000_000;
    private long order;

    @Override
    public long millis() {
        return now;
    }

    @Override
    public void after(long millis, Runnable task) {
        tasks.add(new Task(now + millis, order++, task));
    }

    /** How many tasks wait for their time. */
    public int waiting() {
        return tasks.size();
    }

    /** Lets time pass and runs what becomes due, each at its own time. */
    public void advance(long millis) {
        long end = now + millis;
        while (!tasks.isEmpty() && tasks.element().due() <= end) {
            Task task = tasks.remove();
            now = Math.max(now, task.due());
            task.action().run();
        }
        now = end;
    }
}
