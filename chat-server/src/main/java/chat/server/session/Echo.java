package chat.server.session;

/** The user events by which a session asks its terminal to show what is typed, or not to. On the channel's event loop. */
public enum Echo {
    /** What is typed next must not be seen. */
    HIDE,
    /** A line has come to its end: if it was hidden, so was that. */
    LINE_ENDED,
    /** What is typed next may be seen again. */
    SHOW
}
