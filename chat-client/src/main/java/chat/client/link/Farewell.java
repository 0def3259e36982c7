package chat.client.link;

/**
 * How a link ended.
 *
 * @param how in which way
 * @param sentence for people, about where and why; empty if they wanted it
 */
public record Farewell(How how, String sentence) {
    /** The ways to end. */
    public enum How {
        /** The server confirmed that we left. */
        LEFT,
        /** The server could not be reached, and the link was told not to try again; or it is not the one that is meant. */
        REFUSED,
        /** The connection was lost, and the link was told not to connect again. */
        LOST,
        /** The server said that it stops, and the link was told not to connect again. */
        SERVER_STOPPED,
        /** The server closed this connection on purpose: somebody with the same key has connected. */
        REPLACED,
        /** {@link Link#close()} was called, or {@link Link#leave()} when there was no connection. */
        CLOSED
    }
}
