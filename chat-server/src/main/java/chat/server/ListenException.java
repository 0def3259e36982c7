package chat.server;

import java.io.IOException;

/** The server cannot listen where it was told to. */
final class ListenException extends IOException {
    private static final long serialVersionUID = 1;

    /** Says so. */
    ListenException(String bind, int port, Throwable cause) {
        super(sentence(bind, port, String.valueOf(cause.getMessage())), cause);
    }

    private static String sentence(String bind, int port, String reason) {
        if (reason.contains("ddress already in use")) { // epoll and NIO differ in the A
            return "Port " + port + " is already in use. Stop the program that uses it, or choose another port.";
        }
        return "Cannot listen on " + (bind.isEmpty() ? "any address" : bind) + " port " + port + ": " + reason;
    }
}
