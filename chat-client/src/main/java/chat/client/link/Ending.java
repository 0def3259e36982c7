package chat.client.link;

/**
 * How one connection ended.
 *
 * @param how in which way
 * @param reason why, in half a sentence; empty if it was wanted
 */
record Ending(How how, String reason) {
    /** The ways to end. */
    enum How {
        /** It could not be made. */
        NOT_MADE,
        /** The server is not known to be the one that is meant. */
        STRANGER,
        /** It was closed, reset or silent, or the server made a mistake. */
        LOST,
        /** The server said that it stops. */
        SERVER_STOPPED,
        /** The server said that somebody with the same key has connected. */
        REPLACED,
        /** The server confirmed that we left. */
        QUIT
    }
}
