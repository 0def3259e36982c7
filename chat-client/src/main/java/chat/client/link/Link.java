package chat.client.link;

import chat.common.event.Received;
import java.util.concurrent.CompletableFuture;

/**
 * The lasting link to one server. It outlives connections: what is sent while there is none waits, and goes out in
 * order, each line once, when there is one again. Thread-safe.
 */
public interface Link extends AutoCloseable {
    /** Begins to connect; the listener hears how it goes. Once. */
    void start();

    /**
     * Takes a line as a person types it, a command or something to say. Never waits. {@code /quit} is
     * {@link #leave}.
     *
     * @param line without a line end
     * @return completed on the link's thread with the server's answer to this line, a
     *     {@link chat.common.event.Failure} among them, after the listener has seen it; from a server that speaks plain
     *     text only, completed with {@link chat.common.event.Said} as soon as it is known that the server took the
     *     line, without a call of the listener. Fails with {@link NotTakenException} if it is handed back;
     *     fails at once, and nothing is handed back, if it cannot be sent at all: too long, blank, too many wait, or it
     *     is over
     */
    CompletableFuture<Received> send(String line);

    /**
     * Asks the server something on the program's own account: the listener does not see the answer, and the question
     * dies with the connection.
     *
     * @param command with its slash
     * @return completed with the answer; fails with {@link NotTakenException} if there will be none
     */
    CompletableFuture<Received> ask(String command);

    /** Says goodbye behind all that waits, if there is a connection, and ends; {@link #ended} tells when. */
    void leave();

    /** How it ended, once it has. */
    CompletableFuture<Farewell> ended();

    /** How many lines wait for their answer. */
    int unconfirmed();

    /** Ends at once. What waits is handed back. */
    @Override
    void close();
}
