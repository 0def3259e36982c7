package chat.client;

/** How a connection ended. */
public enum Farewell {
    /** The server confirmed that we left. */
    LEFT,
    /** The server said that it stops. */
    SERVER_STOPPED,
    /** Without a word. */
    LOST
}
