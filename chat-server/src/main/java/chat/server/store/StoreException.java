package chat.server.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The data directory cannot be used. The message is one sentence for people: what is wrong, and what to do. */
public final class StoreException extends IOException {
    private static final long serialVersionUID = 1;

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
