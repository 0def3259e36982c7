package chat.client.link;

import chat.client.net.Reasons;
import chat.common.PrintableText;
import chat.common.event.Goodbye;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        /** What answers there is for web browsers. */
        BROWSERS,
        /** It was closed, reset or silent, or the server made a mistake. */
        LOST,
        /** The server said that it stops. */
        SERVER_STOPPED,
        /** The server said that somebody with the same key has connected. */
        REPLACED,
        /** Somebody who keeps order there has put us out. */
        PUT_OUT,
        /** The server confirmed that we left. */
        QUIT
    }

    /** Somebody who came to a port for web browsers. */
    static Ending forBrowsers() {
        return new Ending(How.BROWSERS, Reasons.FOR_BROWSERS);
    }

    /**
     * How a connection ended that was closed.
     *
     * @param cause what closed it; null if the other side did, in order
     * @param open whether it was made
     * @param heard what the server said before it was known how it speaks; who turns somebody away says why, and nothing
     *     else
     * @return the ending
     */
    static Ending of(@Nullable Throwable cause, boolean open, List<String> heard) {
        if (Reasons.isStranger(cause)) {
            return new Ending(How.STRANGER, Reasons.of(cause));
        }
        if (Reasons.isForBrowsers(cause)) {
            return forBrowsers();
        }
        if (heard.size() == 1) {
            return new Ending(How.NOT_MADE, PrintableText.clean(heard.get(0)).replaceFirst("\\.$", ""));
        }
        return new Ending(open ? How.LOST : How.NOT_MADE, Reasons.of(cause));
    }

    /** The server has said goodbye. */
    static Ending of(Goodbye.Reason reason) {
        return switch (reason) {
            case QUIT -> new Ending(How.QUIT, "you have left the chat");
            case REPLACED -> new Ending(How.REPLACED, "somebody has connected with the same key");
            case SERVER_STOPPED -> new Ending(How.SERVER_STOPPED, "the server has stopped");
            case KICKED -> new Ending(How.PUT_OUT, "you have been put out");
            case BANNED -> new Ending(How.PUT_OUT, "you are banned");
            case NO_NAME -> new Ending(How.LOST, "no name was chosen in time");
            case FLOOD -> new Ending(How.LOST, "more was written than the server takes");
            case SERVER_ERROR -> new Ending(How.LOST, "the server made a mistake");
        };
    }
}
