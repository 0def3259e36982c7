package chat.client.net;

import java.io.IOException;

/** The connection ended before it was encrypted, and nobody has said why: before that a server can say nothing. */
final class NotEncryptedException extends IOException {
    private static final long serialVersionUID = 1;

    NotEncryptedException(Throwable cause) {
        super("the server closed the connection before encryption began", cause);
    }
}
