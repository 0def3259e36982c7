package chat.client.link;

import chat.common.UserName;
import org.jspecify.annotations.Nullable;

/** The name that a link goes by, over all its connections. Not thread-safe. */
final class Identity {
    private @Nullable UserName name;
    private boolean everNamed;

    /**
     * Begins without a name.
     *
     * @param wanted the name to take on the first connection; null to leave it to whoever uses the link
     */
    Identity(@Nullable UserName wanted) {
        name = wanted;
    }

    /** The name to take on a new connection; null if there is none. */
    @Nullable
    UserName name() {
        return name;
    }

    /** A server has accepted a name; null if it did not say which, in words that we know. */
    void accepted(@Nullable UserName accepted) {
        everNamed = true;
        if (accepted != null) {
            name = accepted;
        }
    }

    /** Whether a name was ever accepted. */
    boolean isEverNamed() {
        return everNamed;
    }

    /**
     * Whether there is no name to wait for, so that lines need not wait either: among them must be the one that asks for
     * a name.
     */
    boolean isLeftToLines() {
        return name == null && !everNamed;
    }
}
