package chat.client.link;

import chat.common.event.Received;
import java.util.List;

/** Hears what happens on a link. All calls come from one thread, in order, and must not wait. */
public interface LinkListener {
    /**
     * The server tells something: what happens in rooms, and the answers to lines that were sent.
     *
     * @param received what
     */
    void received(Received received);

    /**
     * A server that speaks plain text only tells something.
     *
     * @param line as it came, made harmless to a terminal
     */
    void plainLine(String line);

    /**
     * The state has changed.
     *
     * @param state how things stand now
     */
    void stateChanged(LinkState state);

    /**
     * There is a connection again, and everything that was told in our rooms meanwhile has been told: by calls of
     * {@link #received} with events that are replays. Before the state changes.
     *
     * @param missed how much that was
     */
    default void caughtUp(Missed missed) {}

    /**
     * Lines that were sent will not be sent again by themselves. Whoever typed them must be told.
     *
     * @param lines as they were typed, in order
     * @param reason why, in half a sentence: {@code the server was restarted}
     */
    void handedBack(List<String> lines, String reason);
}
