package chat.server.session;

import chat.common.event.Goodbye;
import org.jspecify.annotations.Nullable;

/** Why a session ends, and how its connection is let go. */
public enum Ending {
    /** {@code /quit}: the other side is given the time to close first, so that its own exit is orderly. */
    QUIT("quit", Goodbye.Reason.QUIT, 2000, false),
    /** The server stops. */
    SERVER_STOPPED("server stopped", Goodbye.Reason.SERVER_STOPPED, 1000, true),
    /** The other side closed, or the network did. */
    CONNECTION_CLOSED("connection closed", null, 0, false),
    /** A mistake of ours. */
    FAILED("internal error", Goodbye.Reason.SERVER_ERROR, 1000, true);

    private final String words;
    private final Goodbye.@Nullable Reason goodbye;
    private final long graceMillis;
    private final boolean halfClose;

    Ending(String words, Goodbye.@Nullable Reason goodbye, long graceMillis, boolean halfClose) {
        this.words = words;
        this.goodbye = goodbye;
        this.graceMillis = graceMillis;
        this.halfClose = halfClose;
    }

    /** The reason as a log line gives it. */
    public String words() {
        return words;
    }

    /** What the other side is told, or null if there is nobody to tell. */
    Goodbye.@Nullable Reason goodbye() {
        return goodbye;
    }

    /** How long the other side has to close by itself, in milliseconds. */
    long graceMillis() {
        return graceMillis;
    }

    /**
     * Whether our own direction is closed as soon as the goodbye is out. It lets waiting clients go at once, and
     * unlike a full close it cannot take the goodbye back with a reset.
     */
    boolean halfClose() {
        return halfClose;
    }
}
