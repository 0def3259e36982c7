package chat.server.session;

/** The user events by which a terminal answers {@link Echo#HIDE}. On the channel's event loop. */
public enum Hiding {
    /** What is typed is not seen while that is wanted. */
    AGREED,
    /** It shows what is typed, whatever is wanted. */
    REFUSED
}
