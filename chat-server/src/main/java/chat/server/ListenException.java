package chat.server;

import java.io.IOException;

/** The server cannot listen where it was told to. */
final class ListenException extends IOException {
    private static final long serialVersionUID = 1;

    /** Says so; {@code other} is how to choose another port. */
    ListenException(String bind, int port, String other, Throwable cause) {
        super(sentence(bind, port, other, String.valueOf(cause.getMessage())), cause);
    }

    private static String sentence(String bind, int port, String other, String reason) {
        if (reason.contains("ddress already in use")) { // epoll and NIO differ in the A
            return "Port " + port + " is already in use. Stop the program that uses it, or choose another port with "
                    + other + ".";
        }
        return "Cannot listen on " + (bind.isEmpty() ? "any address" : bind) + " port " + port + ": " + reason;
    }
}
