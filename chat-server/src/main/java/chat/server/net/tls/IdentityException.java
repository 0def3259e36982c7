package chat.server.net.tls;

import java.io.IOException;

/** A certificate and its key cannot be used. */
public final class IdentityException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param sentence for the operator: what is wrong, and what was expected
     */
    public IdentityException(String sentence) {
        super(sentence);
    }

    IdentityException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
