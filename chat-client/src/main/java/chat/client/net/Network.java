package chat.client.net;

import java.time.Duration;

/**
 * The one thread that a link lives on, its clocks, and its way to servers. Handed in, so that tests own the time and
 * the wire.
 */
public interface Network extends AutoCloseable {
    /**
     * Runs a task on the thread, behind those that wait already. Any thread.
     *
     * @param task what to run
     * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
     */
    void execute(Runnable task);

    /**
     * Runs a task on the thread, later.
     *
     * @param delay how long to wait first
     * @param task what to run; not at all if the thread has ended by then
     */
    void after(Duration delay, Runnable task);

    /** Nanoseconds since any fixed moment; never goes back, and may stand still while the machine sleeps. */
    long nanos();

    /** Milliseconds as the clock on the wall counts them, the machine's sleep included. */
    long wallMillis();

    /**
     * Begins to make a connection. On the thread only.
     *
     * @param host the server's name or address
     * @param port its port
     * @param events hears how it goes, never before this method has returned
     * @return the connection in the making
     */
    Wire open(String host, int port, WireEvents events);

    /** Ends the thread behind what waits for it; waits for that, up to two seconds, unless called on it. */
    @Override
    void close();
}
