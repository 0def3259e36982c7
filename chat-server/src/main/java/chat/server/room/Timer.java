package chat.server.room;

/** Where a room gets its time from. Handed in, so that tests own the clock. */
public interface Timer {
    /** Milliseconds since any fixed moment; never goes back. Any thread. */
    long millis();

    /**
     * Runs a task once. Any thread.
     *
     * @param millis how long to wait first
     * @param task what to run, on any thread; it is short
     */
    void after(long millis, Runnable task);
}
