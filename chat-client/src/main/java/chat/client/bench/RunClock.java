package chat.client.bench;

/** The time since a run began. Thread-safe. */
final class RunClock {
    private final long origin = System.nanoTime();

    /** In nanoseconds. */
    long now() {
        return System.nanoTime() - origin;
    }
}
