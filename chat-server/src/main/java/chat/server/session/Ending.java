package chat.server.session;

import chat.common.event.Goodbye;
import org.jspecify.annotations.Nullable;

/** Why a session ends, and how its connection is let go. */
public enum Ending {
    /** {@code /quit}: the other side is given the time to close first, so that its own exit is orderly. */
    QUIT("quit", Goodbye.Reason.QUIT, 2000, Manner.WAIT),
    /** {@code /resume}: the same program has connected again. */
    REPLACED("replaced", Goodbye.Reason.REPLACED, 1000, Manner.END_OUTPUT),
    /** The server stops. */
    SERVER_STOPPED("server stopped", Goodbye.Reason.SERVER_STOPPED, 1000, Manner.END_OUTPUT),
    /** The other side closed, or the network did. */
    CONNECTION_CLOSED("connection closed", null, 2000, Manner.SEND_REST),
    /** No name within the time for it. */
    NO_NAME("no name in time", Goodbye.Reason.NO_NAME, 1000, Manner.END_OUTPUT),
    /** Wrote faster than lines are taken, without a pause. */
    FLOOD("flood", Goodbye.Reason.FLOOD, 1000, Manner.END_OUTPUT),
    /** The other side's machine does not answer any more. */
    PEER_GONE("no answer", null, 0, Manner.SEND_REST),
    /** Somebody who keeps order has put them out. */
    KICKED("kicked", Goodbye.Reason.KICKED, 1000, Manner.END_OUTPUT),
    /** The same, and keeps them out. */
    BANNED("banned", Goodbye.Reason.BANNED, 1000, Manner.END_OUTPUT),
    /** Sent what is no frame of WebSocket, or none that is taken; a closing frame has told why. */
    BAD_FRAMES("bad frames", null, 1000, Manner.END_OUTPUT),
    /** A mistake of ours. */
    FAILED("internal error", Goodbye.Reason.SERVER_ERROR, 1000, Manner.END_OUTPUT);

    private final String words;
    private final Goodbye.@Nullable Reason goodbye;
    private final long graceMillis;
    private final Manner manner;

    Ending(String words, Goodbye.@Nullable Reason goodbye, long graceMillis, Manner manner) {
        this.words = words;
        this.goodbye = goodbye;
        this.graceMillis = graceMillis;
        this.manner = manner;
    }

    /** The reason as a log line gives it. */
    public String words() {
        return words;
    }

    /** What the other side is told, or null if there is nobody to tell. */
    Goodbye.@Nullable Reason goodbye() {
        return goodbye;
    }

    /** How long that may take, in milliseconds. */
    long graceMillis() {
        return graceMillis;
    }

    /** How the connection is closed. */
    Manner manner() {
        return manner;
    }

    /** Ways to close a connection, each bounded by the grace. */
    enum Manner {
        /** Waits for the other side to close first. */
        WAIT,
        /**
         * Closes our own direction as soon as the goodbye is out. It lets waiting clients go at once, and unlike a full
         * close it cannot take the goodbye back with a reset.
         */
        END_OUTPUT,
        /** Closes as soon as everything is sent: the other side says nothing more, but may still be reading. */
        SEND_REST
    }
}
